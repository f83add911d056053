package org.zhengtong.base.identity.internal;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of accounts.
 *
 * @param dataDir folder of everything this node keeps
 * @param identity key of accounts, for several instances on one database
 */
@ConfigurationProperties("zhengtong")
record IdentitySettings(
        @DefaultValue("var") Path dataDir, @DefaultValue Keys identity) {

    /** 32 bytes in Base64; empty: the key lies in the file {@code keys/identity.key} of the data folder, made at the first start. */
    record Keys(@DefaultValue("") String key) {}
}
