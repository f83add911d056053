/** The only main class, first-run set-up and import of the region's pack (节点). */
@ApplicationModule(
        id = "node",
        allowedDependencies = {"database", "pack", "ui", "problem", "audit", "identity", "permission", "files", "jobs"})
@NullMarked
package org.zhengtong.app.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
