/** Who the government is: divisions (行政区划), departments (部门), posts (岗位) and staff, fast to look up in ones and in sets. */
@ApplicationModule(
        id = "organization",
        allowedDependencies = {"codes", "problem", "audit", "ui", "pack"})
@NullMarked
package org.zhengtong.base.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
