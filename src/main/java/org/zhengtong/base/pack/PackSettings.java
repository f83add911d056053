package org.zhengtong.base.pack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code zhengtong.pack}.
 *
 * @param folder folder that holds packs as sub-folders; without it the packs shipped with the program are used
 */
@ConfigurationProperties("zhengtong.pack")
public record PackSettings(@Nullable Path folder) {}
