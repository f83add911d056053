package org.zhengtong.base.identity.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: an address of this site or none, so that no link leads people elsewhere. */
public final class LocalPath {
    private static final int LONGEST = 2000;

    private LocalPath() {}

    /** The address when it is local, else {@code otherwise}. */
    public static String or(@Nullable String next, String otherwise) {
        return next != null && isLocal(next) ? next : otherwise;
    }

    // "//host", "/\host" and control characters are read as another site by some browsers.
    static boolean isLocal(String next) {
        if (next.length() > LONGEST || !next.startsWith("/") || next.startsWith("//") || next.indexOf('\\') >= 0) {
            return false;
        }
        if (next.chars().anyMatch(each -> each <= ' ' || each == 0x7f)) {
            return false;
        }
        try {
            var address = new URI(next);
            return !address.isAbsolute() && address.getRawAuthority() == null;
        } catch (URISyntaxException refused) {
            return false;
        }
    }
}
