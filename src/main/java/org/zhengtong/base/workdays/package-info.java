/** Working-day calendar (工作日历) of the State Council and the arithmetic of time limits, explained in words. */
@ApplicationModule(
        id = "workdays",
        allowedDependencies = {"problem", "audit", "identity", "permission", "ui", "pack"})
@NullMarked
package org.zhengtong.base.workdays;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
