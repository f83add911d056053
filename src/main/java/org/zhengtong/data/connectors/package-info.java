/**
 * Connectors (数据接入): a department's own system as a source for registers. A contract says what is read, when and how; a mapping
 * says which column is which item; each run adds up and goes on where it stopped.
 */
@ApplicationModule(
        id = "connectors",
        allowedDependencies = {
            "problem",
            "organization",
            "identity",
            "permission",
            "trust",
            "audit",
            "notice",
            "jobs",
            "settings",
            "pack",
            "packed",
            "schema",
            "ui",
            "registers"
        })
@NullMarked
package org.zhengtong.data.connectors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
