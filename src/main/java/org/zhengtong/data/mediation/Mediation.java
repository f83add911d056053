package org.zhengtong.data.mediation;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.sharing.GrantedReading.Client;

/** Front door of calls: passes one on and waits for its answer. */
public interface Mediation {

    /** Calls a service of this or another node; a problem says what stood in the way. */
    Answer call(Request request);

    /**
     * A call as the consumer's system made it.
     *
     * @param known whether the system is still known; asked under the same state of things as the grant
     * @param grant number of the grant; empty for the newest one that is known
     * @param purpose what it is for; empty for the grant's own
     * @param origin the address it comes from
     */
    record Request(
            Client client,
            BooleanSupplier known,
            NodeCode node,
            ServiceCode service,
            Message message,
            String grant,
            String purpose,
            String origin) {}

    /**
     * What goes to the provider's system.
     *
     * @param path as it stands in the address, in percents
     * @param query as it stands in the address; empty without one
     * @param headers by lower-case name; only {@link #PASSED} ones
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Message(String method, String path, String query, SortedMap<String, String> headers, byte[] body) {

        /** Headers of a request that reach the provider's system. */
        public static final java.util.Set<String> PASSED = java.util.Set.of(
                "accept",
                "accept-language",
                "content-type",
                "idempotency-key",
                "if-match",
                "if-modified-since",
                "if-none-match");

        public Message {
            headers = new TreeMap<>(headers);
        }
    }

    /** What the provider's system answered. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(UUID call, int status, SortedMap<String, String> headers, byte[] body) {

        /** Headers of an answer that reach the consumer's system. */
        public static final java.util.Set<String> PASSED = java.util.Set.of(
                "cache-control",
                "content-disposition",
                "content-language",
                "content-type",
                "etag",
                "last-modified",
                "retry-after");

        public Answer {
            headers = new TreeMap<>(headers);
        }
    }
}
