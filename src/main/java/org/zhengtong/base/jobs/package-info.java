/** Timed and long work (定时任务、长任务): survives restarts, shared by several instances, with progress that people can see. */
@ApplicationModule(
        id = "jobs",
        allowedDependencies = {"problem", "audit", "identity", "permission", "settings", "ui", "workdays"})
@NullMarked
package org.zhengtong.base.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
