package org.zhengtong.data.exchange.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.exchange.Transport;

/** What the form of acceptance sends. */
public record AcceptanceForm(
        @Nullable String card,
        @Nullable Transport transport,
        @Nullable Boolean vouching,
        @Nullable String kinds,
        @Nullable Boolean compared) {

    static AcceptanceForm empty(Transport transport) {
        return new AcceptanceForm(null, transport, false, "", false);
    }

    public boolean vouched() {
        return Boolean.TRUE.equals(vouching);
    }

    public boolean wasCompared() {
        return Boolean.TRUE.equals(compared);
    }

    public String kindsText() {
        return kinds == null ? "" : kinds;
    }

    List<String> kindList() {
        return Arrays.stream(kindsText().split("[\\s,，;；、]+", -1))
                .filter(kind -> !kind.isEmpty())
                .distinct()
                .toList();
    }

    boolean kindsRight() {
        return kindList().stream().allMatch(EnvelopeRequest::isKind);
    }
}
