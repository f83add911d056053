/**
 * Surveys (调研填报): the library of forms that offices send round, filling them in on screen, on paper or in a workbook, and
 * the filled ones.
 */
@ApplicationModule(
        id = "survey",
        allowedDependencies = {
            "audit",
            "files",
            "identity",
            "organization",
            "pack",
            "permission",
            "problem",
            "schema",
            "settings",
            "ui"
        })
@NullMarked
package org.zhengtong.app.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
