/** Settings (设置): what a node is told from outside, in words, and the few that administrators change while it runs. */
@ApplicationModule(
        id = "settings",
        allowedDependencies = {"audit", "problem"})
@NullMarked
package org.zhengtong.base.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
