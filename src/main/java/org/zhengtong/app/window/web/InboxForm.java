package org.zhengtong.app.window.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.Inbox;

/** The filters of the inbox as they stand in its address; what cannot be read counts as not chosen. */
public record InboxForm(
        @Nullable String show,
        @Nullable String item,
        @Nullable String step,
        @Nullable String division,
        @Nullable String channel,
        @Nullable String text,
        @Nullable String after) {

    Inbox.Filter filter() {
        return new Inbox.Filter(shown(), itemCode(), blankToNull(step), divisionCode(), channelOf(), blankToNull(text));
    }

    public Inbox.Show shown() {
        return Arrays.stream(Inbox.Show.values())
                .filter(value -> value.name().equalsIgnoreCase(show == null ? "" : show.replace('-', '_')))
                .findFirst()
                .orElse(Inbox.Show.ALL);
    }

    private @Nullable ItemCode itemCode() {
        try {
            return item == null || item.isBlank() ? null : new ItemCode(item);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private @Nullable DivisionCode divisionCode() {
        return division == null ? null : DivisionCode.check(division).valid().orElse(null);
    }

    private @Nullable Channel channelOf() {
        return Arrays.stream(Channel.values())
                .filter(value -> value.name().equalsIgnoreCase(channel))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The address of the same list with another heading, or from another place on. */
    String address(String path, Inbox.Show heading, @Nullable String from) {
        var address = UriComponentsBuilder.fromPath(path);
        address.queryParam("show", heading.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        add(address, "item", item);
        add(address, "step", step);
        add(address, "division", division);
        add(address, "channel", channel);
        add(address, "text", text);
        add(address, "after", from);
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.queryParam(name, value);
        }
    }
}
