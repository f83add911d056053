/**
 * Cases across nodes: filed on the outer network, handled on the inner one, answered on the outer one (外网受理、内网办理、外网反馈);
 * and a sub-hall's cases reported to the main hall. It carries copies by envelopes and leaves what they mean to the case engine.
 */
@ApplicationModule(
        id = "crossing",
        allowedDependencies = {
            "problem",
            "codes",
            "organization",
            "identity",
            "permission",
            "audit",
            "files",
            "jobs",
            "ui",
            "casework",
            "license",
            "exchange"
        })
@NullMarked
package org.zhengtong.service.crossing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
