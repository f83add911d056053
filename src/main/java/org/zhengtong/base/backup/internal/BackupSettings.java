package org.zhengtong.base.backup.internal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Backups of every day.
 *
 * @param folder where they lie, best on another disk; without it none are made
 * @param keep how many are kept
 */
@ConfigurationProperties("zhengtong.backup")
record BackupSettings(
        @Nullable Path folder, @DefaultValue("14") int keep) {}
