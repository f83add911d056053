package org.zhengtong.data.sharing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.sharing.GrantedReading.Client;

/** Client id and secret as they came by HTTP Basic (RFC 7617). */
public record SystemCredentials(String clientId, String secret) {

    private static final String BASIC = "Basic ";

    /** What an Authorization header says; null when it is none of this kind. */
    public static @Nullable SystemCredentials of(@Nullable String header) {
        if (header == null || !header.startsWith(BASIC)) {
            return null;
        }
        try {
            var bytes = Base64.getDecoder().decode(header.substring(BASIC.length()));
            var pair = new String(bytes, StandardCharsets.UTF_8);
            var colon = pair.indexOf(':');
            return colon < 1 ? null : new SystemCredentials(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    public Optional<Client> client(GrantedReading reading) {
        return reading.authenticate(clientId, secret);
    }

    /** A header whose letters beyond ASCII are written in percents; empty when it is missing or broken. */
    public static String plain(@Nullable String header) {
        var text = header == null ? "" : header;
        try {
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    @Override
    public String toString() {
        return clientId;
    }
}
