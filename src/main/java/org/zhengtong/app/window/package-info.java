/** Where staff work (窗口): the inbox, the case page with its decision, the counter for walk-ins. */
@ApplicationModule(
        id = "window",
        allowedDependencies = {
            "problem",
            "codes",
            "workdays",
            "organization",
            "identity",
            "permission",
            "audit",
            "schema",
            "files",
            "ui",
            "items",
            "casework",
            "search"
        })
@NullMarked
package org.zhengtong.app.window;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
