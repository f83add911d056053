package org.zhengtong.base.identity.internal.realname;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where names and numbers are confirmed.
 *
 * @param url address that is asked; empty: nobody is asked
 * @param token sent as {@code Authorization: Bearer}; may be empty
 * @param name name of the source, shown beside the result
 */
@ConfigurationProperties("zhengtong.identity.real-name")
record RealNameSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String token,
        @DefaultValue("") String name) {}
