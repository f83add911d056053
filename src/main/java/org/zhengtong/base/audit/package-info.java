/** Audit log (审计日志): who did what, when, from where and why, in a Merkle log that can be checked from outside. */
@ApplicationModule(
        id = "audit",
        allowedDependencies = {"problem", "trust", "ui"})
@NullMarked
package org.zhengtong.base.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
