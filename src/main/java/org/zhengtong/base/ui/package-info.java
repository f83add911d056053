/** The look of every page (界面): layouts, components, texts in two languages, and what a page knows of its visitor. */
@ApplicationModule(
        id = "ui",
        allowedDependencies = {"problem"})
@NullMarked
package org.zhengtong.base.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
