/**
 * Service items (政务服务事项): what the government does for people, with its guides, materials and limits (GB/T
 * 39046-2020, table 4), in versions, found by text, department, life event, target group and kind.
 */
@ApplicationModule(
        id = "items",
        allowedDependencies = {
            "pack",
            "codes",
            "workdays",
            "organization",
            "audit",
            "problem",
            "ui",
            "permission",
            "identity",
            "search"
        })
@NullMarked
package org.zhengtong.service.items;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
