package org.zhengtong.data.connectors.internal.reading;

import org.zhengtong.base.settings.AddressException;
import org.zhengtong.base.settings.AllowedAddresses;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;

/** Asks before a source is reached whether its address is allowed. */
final class Reaching {

    private Reaching() {}

    /** The host to connect to, as {@link AllowedAddresses#require} says it. */
    static String require(AllowedAddresses allowed, String host, int port) throws SourceException {
        try {
            return allowed.require(host, port);
        } catch (AddressException refused) {
            throw refused.known()
                    ? SourceException.of(SourceFault.ADDRESS_NOT_ALLOWED, host, port)
                    : new SourceException(SourceFault.UNKNOWN_HOST, refused, host);
        }
    }
}
