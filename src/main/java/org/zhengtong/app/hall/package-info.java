/** The hall (服务大厅): where people find out, apply, follow their case and receive the result. */
@ApplicationModule(
        id = "hall",
        allowedDependencies = {
            "problem",
            "codes",
            "workdays",
            "organization",
            "identity",
            "audit",
            "schema",
            "files",
            "pack",
            "print",
            "ui",
            "items",
            "casework",
            "license",
            "fees",
            "registers",
            "sharing",
            "search"
        })
@NullMarked
package org.zhengtong.app.hall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
