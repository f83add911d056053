/** Looking after a running node (运行维护): how it fares, in words. */
@ApplicationModule(
        id = "operating",
        allowedDependencies = {
            "audit",
            "backup",
            "exchange",
            "identity",
            "jobs",
            "notice",
            "permission",
            "problem",
            "settings",
            "trust",
            "ui"
        })
@NullMarked
package org.zhengtong.app.operating;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
