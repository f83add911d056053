/** Electronic licences (电子证照): issued when a case is granted, sealed, numbered, checked by anyone who holds the identifier. */
@ApplicationModule(
        id = "license",
        allowedDependencies = {
            "problem",
            "codes",
            "organization",
            "identity",
            "permission",
            "trust",
            "audit",
            "files",
            "jobs",
            "pack",
            "print",
            "ui",
            "casework"
        })
@NullMarked
package org.zhengtong.service.license;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
