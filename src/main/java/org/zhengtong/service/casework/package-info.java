/**
 * Case engine (办件): procedures as data, drafts, filing, acceptance, supplement, decision in parallel lanes, delivery,
 * and the clocks the law sets for each of them. One action is one transaction and visible at once to everybody.
 */
@ApplicationModule(
        id = "casework",
        allowedDependencies = {
            "problem",
            "codes",
            "workdays",
            "organization",
            "identity",
            "permission",
            "audit",
            "trust",
            "schema",
            "files",
            "notice",
            "jobs",
            "pack",
            "print",
            "search",
            "settings",
            "ui"
        })
@NullMarked
package org.zhengtong.service.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
