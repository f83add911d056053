package org.zhengtong.base.files.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The headers of the tus protocol as a stranger sent them; what cannot be read counts as not sent. */
public final class UploadHeaders {
    private static final int LONGEST = 4_000;

    private UploadHeaders() {}

    /** {@code Upload-Metadata}: names with values in Base64. */
    public static Map<String, String> metadata(@Nullable String header) {
        var values = new HashMap<String, String>();
        if (header == null || header.length() > LONGEST) {
            return values;
        }
        for (var pair : header.split(",", -1)) {
            var parts = pair.strip().split(" ", 2);
            if (parts.length == 2) {
                decoded(parts[1]).ifPresent(value -> values.put(parts[0], new String(value, StandardCharsets.UTF_8)));
            }
        }
        return values;
    }

    /** {@code Upload-Checksum}: SHA-256 is understood. */
    public static byte @Nullable [] digest(@Nullable String header) {
        var parts = header == null ? new String[0] : header.strip().split(" ", 2);
        return parts.length == 2 && parts[0].equals("sha256")
                // an unreadable sum fits nothing, rather than everything
                ? decoded(parts[1]).orElse(new byte[0])
                : null;
    }

    /** A number of bytes. */
    public static Optional<Long> bytes(@Nullable String header) {
        return header != null && header.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(header)) : Optional.empty();
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.strip()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
