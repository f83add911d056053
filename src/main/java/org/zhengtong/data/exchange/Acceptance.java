package org.zhengtong.data.exchange;

import java.util.List;

/**
 * How a node is accepted.
 *
 * @param kinds what may be exchanged with it; empty means every kind
 */
public record Acceptance(NodeCard card, Transport transport, boolean vouching, List<String> kinds) {

    public Acceptance {
        kinds = List.copyOf(kinds);
    }
}
