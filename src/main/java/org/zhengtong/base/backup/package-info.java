/**
 * Backup and restore (备份与恢复): everything a node keeps in one archive, made while the program runs, without any tool of the
 * database. The archive's format is described in {@code docs/operating/backup.md}.
 */
@ApplicationModule(
        id = "backup",
        allowedDependencies = {"database", "jobs", "problem"})
@NullMarked
package org.zhengtong.base.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
