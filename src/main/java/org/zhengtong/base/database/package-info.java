/** The node's PostgreSQL (数据库): one the program starts itself, or one named by {@code zhengtong.database.url}. */
@ApplicationModule(
        id = "database",
        allowedDependencies = {"problem", "ui"})
@NullMarked
package org.zhengtong.base.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
