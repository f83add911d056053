/**
 * Electronic supervision (电子监察): judges every clock by published rules and the times of events, warns before a limit,
 * issues yellow and red cards after it with their evidence, hears appeals, and shows the whole on one page.
 */
@ApplicationModule(
        id = "supervision",
        allowedDependencies = {
            "problem",
            "codes",
            "workdays",
            "organization",
            "identity",
            "permission",
            "audit",
            "notice",
            "jobs",
            "pack",
            "ui",
            "items",
            "casework",
            "feedback"
        })
@NullMarked
package org.zhengtong.service.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
