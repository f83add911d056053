package org.zhengtong.data.exchange.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.data.exchange.EnvelopeState;
import org.zhengtong.data.exchange.internal.look.EnvelopeLook;
import org.zhengtong.data.exchange.internal.look.EnvelopeQuery;

/** What the filter of envelopes sends; all of it may be empty. */
public record EnvelopesForm(
        @Nullable String way,
        @Nullable String node,
        @Nullable String contract,
        @Nullable String kind,
        @Nullable EnvelopeState state,
        @Nullable Boolean open,
        @Nullable String before) {

    public boolean outgoing() {
        return !"in".equals(way);
    }

    /** Only those that still wait for something. */
    public boolean openOnly() {
        return Boolean.TRUE.equals(open);
    }

    public String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    EnvelopeQuery toQuery(int most) {
        var parts = text(before).split("~", 2);
        Instant at = null;
        var id = "";
        try {
            if (parts.length == 2) {
                at = Instant.parse(parts[0]);
                id = UUID.fromString(parts[1]).toString();
            }
        } catch (DateTimeParseException | IllegalArgumentException none) {
            at = null;
        }
        return new EnvelopeQuery(outgoing(), text(node), text(contract), text(kind), state, openOnly(), at, id, most);
    }

    /** The same filter as the query of an address. */
    public String query(@Nullable EnvelopeLook after) {
        return query(outgoing() ? "out" : "in", after);
    }

    /** The same filter for the other way. */
    public String query(String otherWay, @Nullable EnvelopeLook after) {
        return "?way=" + otherWay + "&node=" + encoded(node) + "&contract=" + encoded(contract) + "&kind="
                + encoded(kind) + "&state=" + (state == null ? "" : state) + (openOnly() ? "&open=true" : "")
                + (after == null ? "" : "&before=" + encoded(after.at() + "~" + after.id()));
    }

    private String encoded(@Nullable String value) {
        return UriUtils.encode(text(value), StandardCharsets.UTF_8);
    }
}
