package org.zhengtong.base.settings;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An address that may not be reached, or that nobody knows. */
public final class AddressException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean known;

    AddressException(String host, int port, @Nullable IOException unknown) {
        super(host + ":" + port, unknown);
        known = unknown == null;
    }

    /** Whether the host exists: then it is not among those allowed. */
    public boolean known() {
        return known;
    }
}
