/** The only main class, first-run set-up, import of the region's pack and the history of a demonstration (节点). */
@ApplicationModule(
        id = "node",
        allowedDependencies = {
            "database",
            "pack",
            "ui",
            "problem",
            "audit",
            "identity",
            "permission",
            "files",
            "jobs",
            "codes",
            "workdays",
            "organization",
            "casework",
            "backup",
            "registers"
        })
@NullMarked
package org.zhengtong.app.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
