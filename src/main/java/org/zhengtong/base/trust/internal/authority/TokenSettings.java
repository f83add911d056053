package org.zhengtong.base.trust.internal.authority;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A cryptographic device that keeps the node's keys instead of the sealed file.
 *
 * @param library the device's PKCS#11 library; without it the keys are in the sealed file
 * @param slot number of the device's slot, the first being 0
 * @param pinFile file that holds the PIN and nothing else
 */
@ConfigurationProperties("zhengtong.trust-token")
public record TokenSettings(
        @Nullable Path library,
        @DefaultValue("0") int slot,
        @Nullable Path pinFile) {}
