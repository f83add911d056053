package org.zhengtong.base.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node runs.
 *
 * @param demo whether made-up people may sign in with one click; every page says so then
 * @param siteName name shown at the top of public pages
 * @param publicUrl address under which others reach this node, used in QR codes and mails
 */
@ConfigurationProperties("zhengtong")
public record NodeMode(
        @DefaultValue("true") boolean demo,
        @DefaultValue("山东省政务服务") String siteName,
        @DefaultValue("http://localhost:8080") String publicUrl) {}
