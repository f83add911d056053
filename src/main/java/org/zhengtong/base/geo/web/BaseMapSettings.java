package org.zhengtong.base.geo.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The base map of 天地图. Without a token there is none, and no browser asks any server but this one.
 *
 * @param address scheme and host of the service, such as {@code https://t0.tianditu.gov.cn}, or of a copy of one's own
 * @param token key of the kind for browsers that the service has given; every visitor of the map can read it
 */
@ConfigurationProperties("zhengtong.geo.tianditu")
record BaseMapSettings(@Nullable URI address, @Nullable String token) {

    private static final URI USUAL = URI.create("https://t0.tianditu.gov.cn");

    BaseMapSettings {
        var host = address == null ? USUAL : address;
        if (host.getHost() == null || !("https".equals(host.getScheme()) || "http".equals(host.getScheme()))) {
            throw new IllegalArgumentException(
                    "zhengtong.geo.tianditu.address must be a scheme and a host, such as " + USUAL + ", not " + host);
        }
    }

    boolean configured() {
        return token != null && !token.isBlank();
    }

    /** Scheme, host and port, as a browser's content policy names them. */
    String origin() {
        var host = address == null ? USUAL : address;
        return host.getScheme() + "://" + host.getHost() + (host.getPort() < 0 ? "" : ":" + host.getPort());
    }
}
