/**
 * Sharing (数据共享): departments ask for data of others, providers answer within a limit, grants become permits; every door through
 * which another department reads — page, API, batch file, subscription — asks here first, and writes down who read what for what.
 */
@ApplicationModule(
        id = "sharing",
        allowedDependencies = {
            "audit",
            "catalog",
            "codes",
            "exchange",
            "files",
            "identity",
            "jobs",
            "notice",
            "organization",
            "pack",
            "permission",
            "problem",
            "registers",
            "schema",
            "settings",
            "trust",
            "ui",
            "workdays"
        })
@NullMarked
package org.zhengtong.data.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
