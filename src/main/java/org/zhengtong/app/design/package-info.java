/**
 * Item design (事项编制): an item with guide, materials, form, lanes and result is written on screen, checked as it is written,
 * looked through by a second person, and published as a pack's would be.
 */
@ApplicationModule(
        id = "design",
        allowedDependencies = {
            "audit",
            "casework",
            "codes",
            "files",
            "identity",
            "items",
            "license",
            "notice",
            "organization",
            "pack",
            "permission",
            "problem",
            "schema",
            "ui",
            "workdays"
        })
@NullMarked
package org.zhengtong.app.design;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
