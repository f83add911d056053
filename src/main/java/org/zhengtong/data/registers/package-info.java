/**
 * Registers (基础数据库): what the government knows of people, legal persons, places and figures. A schema makes a typed table with
 * its history; each item has one authoritative source; records are loaded in bulk, read as of a day, corrected and matched.
 */
@ApplicationModule(
        id = "registers",
        allowedDependencies = {
            "database",
            "problem",
            "codes",
            "workdays",
            "organization",
            "identity",
            "permission",
            "trust",
            "audit",
            "schema",
            "files",
            "geo",
            "notice",
            "jobs",
            "pack",
            "ui"
        })
@NullMarked
package org.zhengtong.data.registers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
