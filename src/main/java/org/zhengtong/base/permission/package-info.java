/** May somebody do something to something: roles, assignments with data scopes, and the question itself. */
@ApplicationModule(
        id = "permission",
        allowedDependencies = {"identity", "organization", "audit", "problem", "ui", "pack", "codes"})
@NullMarked
package org.zhengtong.base.permission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
