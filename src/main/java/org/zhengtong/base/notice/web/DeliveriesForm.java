package org.zhengtong.base.notice.web;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.DeliveryQuery;
import org.zhengtong.base.notice.DeliveryState;
import org.zhengtong.base.ui.TypedDay;

/** What the filter of deliveries sends; all of it may be empty. */
public record DeliveriesForm(
        @Nullable DeliveryState state,
        @Nullable Channel channel,
        @Nullable String from,
        @Nullable String until,
        @Nullable String text,
        @Nullable Long before) {

    DeliveryQuery toQuery(ZoneId zone, int most) {
        return new DeliveryQuery(
                state, channel, TypedDay.start(from, zone), TypedDay.end(until, zone), words(), before, most);
    }

    /** The text looked for, "" for all. */
    public String words() {
        return text == null ? "" : text.strip();
    }

    /** The same filter in another state, as the query of an address. */
    public String query(@Nullable DeliveryState other, @Nullable Long after) {
        return "?state=" + (other == null ? "" : other) + "&channel=" + (channel == null ? "" : channel) + "&from="
                + encoded(from) + "&until=" + encoded(until) + "&text=" + encoded(words())
                + (after == null ? "" : "&before=" + after);
    }

    private static String encoded(@Nullable String value) {
        return value == null ? "" : UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
