package org.zhengtong.data.exchange.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.exchange.EnvelopeState;
import org.zhengtong.data.exchange.internal.look.EnvelopeLook;

/** Envelopes as they were looked for, newest first. */
public record EnvelopesPage(EnvelopesForm form, List<EnvelopeLook> envelopes, boolean more, Map<String, String> names) {

    public @Nullable String first() {
        return form.text(form.before()).isEmpty() ? null : "/staff/exchange/envelopes" + form.query(null);
    }

    public @Nullable String next() {
        return more ? "/staff/exchange/envelopes" + form.query(envelopes.getLast()) : null;
    }

    /** The name of a node, or its code when nobody knows it. */
    public String name(String code) {
        return names.getOrDefault(code, code);
    }

    /** How a state is drawn. */
    public static String drawn(EnvelopeState state) {
        return switch (state) {
            case ARRIVING, WAITING, SENT -> "doing";
            case APPLIED, CARRIED -> "done";
            case KEPT, WITHDRAWN -> "supplement";
            case REFUSED, FAILED, EXPIRED -> "overdue";
        };
    }
}
