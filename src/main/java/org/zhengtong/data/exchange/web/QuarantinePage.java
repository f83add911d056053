package org.zhengtong.data.exchange.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.exchange.internal.transport.QuarantineStore;

/** What a ferry brought and what did not verify. */
public record QuarantinePage(
        List<QuarantineStore.Line> lines, boolean all, boolean more, boolean manages, String done, boolean firstPage) {

    public @Nullable String first() {
        return firstPage ? null : "/staff/exchange/quarantine?all=" + all;
    }

    public @Nullable String next() {
        return more
                ? "/staff/exchange/quarantine?all=" + all + "&before="
                        + lines.getLast().id()
                : null;
    }
}
