/**
 * Mediated calls (服务调用): passes calls of one department's system to a service of another's, at once, through the nodes of both, with
 * grant, purpose, signature and log on both sides; says which services there are; speaks the GovStack interfaces.
 */
@ApplicationModule(
        id = "mediation",
        allowedDependencies = {
            "audit",
            "catalog",
            "codes",
            "exchange",
            "identity",
            "jobs",
            "organization",
            "permission",
            "problem",
            "registers",
            "settings",
            "sharing",
            "trust",
            "ui"
        })
@NullMarked
package org.zhengtong.data.mediation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
