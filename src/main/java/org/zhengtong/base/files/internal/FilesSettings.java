package org.zhengtong.base.files.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where a scanner for viruses is.
 *
 * @param clamd host and port of clamd, such as {@code 127.0.0.1:3310}; without it files are marked unchecked
 */
@ConfigurationProperties("zhengtong.files")
record FilesSettings(@Nullable String clamd) {}
