package org.zhengtong.data.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.trust.NodePapers;

/**
 * Another node as this one knows it.
 *
 * @param address where it is posted to; empty when it cannot be reached
 * @param via the neighbour through which it is reached; null for a neighbour
 * @param vouching whether nodes on its trust list are trusted, too
 * @param kinds what may be exchanged with it; empty means every kind
 * @param standingAt when it got this standing
 * @param snapshotAt date of its newest trust list here
 */
public record ExchangeNode(
        NodeCode code,
        String name,
        NodeLevel level,
        NetworkZone zone,
        String address,
        Transport transport,
        @Nullable NodeCode via,
        NodeStanding standing,
        boolean vouching,
        List<String> kinds,
        NodePapers papers,
        Instant standingAt,
        @Nullable Instant snapshotAt) {

    public ExchangeNode {
        kinds = List.copyOf(kinds);
    }

    /** Whether this kind may travel to and from this node; what the room itself needs always may. */
    public boolean takes(String kind) {
        return kinds.isEmpty() || kinds.contains(kind) || kind.startsWith("exchange.");
    }

    /** Whether something can be sent that it alone can read. */
    public boolean keepsSecrets() {
        return papers.encryption() != null;
    }

    /** Whether receipts come back from it. */
    public boolean answers() {
        return transport != Transport.FERRY_ONE_WAY;
    }
}
