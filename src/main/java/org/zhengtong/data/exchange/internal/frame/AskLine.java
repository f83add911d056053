package org.zhengtong.data.exchange.internal.frame;

import java.util.List;

/** Places of a channel that are missing; with pieces it is these pieces of the first place. */
public record AskLine(String contract, long from, long to, List<Integer> pieces) {

    @SuppressWarnings("ConstantValue") // a foreign text may leave out anything
    public AskLine {
        if (contract == null) {
            throw new IllegalArgumentException("A question without a contract");
        }
        pieces = pieces == null ? List.of() : List.copyOf(pieces);
    }
}
