package org.zhengtong.base.identity.web.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.PasskeySite;
import org.zhengtong.base.ui.NodeMode;

/**
 * Which site passkeys are bound to: the host of {@code zhengtong.public-url}. A request that names this host may come by
 * another port, as in trials; one that names another host is measured against the public address all the same.
 */
@Component
class SiteOfRequest {

    private final URI publicUrl;

    SiteOfRequest(NodeMode mode) {
        publicUrl = URI.create(mode.publicUrl());
    }

    PasskeySite of(HttpServletRequest request) {
        var host = publicUrl.getHost();
        return request.getServerName().equals(host)
                ? new PasskeySite(host, origin(request.getScheme(), host, request.getServerPort()))
                : new PasskeySite(host, origin(publicUrl.getScheme(), host, publicUrl.getPort()));
    }

    private static String origin(String scheme, String host, int port) {
        var usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
