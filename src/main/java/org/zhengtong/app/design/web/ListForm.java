package org.zhengtong.app.design.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.app.design.DesignState;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.ItemDesigns;

/** What the list of drafts is asked for; all of it may be empty. */
public record ListForm(
        @Nullable String text,
        @Nullable String state,
        @Nullable String mine,
        @Nullable String after) {

    ItemDesigns.Wish wish(int most) {
        return new ItemDesigns.Wish(
                Objects.requireNonNullElse(text, ""),
                Arrays.stream(DesignState.values())
                        .filter(each ->
                                each != DesignState.REMOVED && each.name().equals(state))
                        .findFirst()
                        .orElse(null),
                "true".equals(mine),
                cursor(),
                most);
    }

    private ItemDesigns.@Nullable Cursor cursor() {
        var parts = Objects.requireNonNullElse(after, "").split("-", 3);
        if (parts.length != 3 || !Arrays.stream(parts).allMatch(part -> part.matches("[0-9]{1,12}"))) {
            return null;
        }
        return new ItemDesigns.Cursor(
                Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1])), Long.parseLong(parts[2]));
    }

    ListForm after(ItemDesign last) {
        var at = last.savedAt();
        return new ListForm(
                text,
                state,
                mine,
                at.getEpochSecond() + "-" + at.getNano() + "-" + last.id().value());
    }

    ListForm fromTheStart() {
        return new ListForm(text, state, mine, null);
    }

    /** The same as a query. */
    public String query() {
        var parts = new LinkedHashMap<String, @Nullable String>();
        parts.put("text", text);
        parts.put("state", state);
        parts.put("mine", mine);
        parts.put("after", after);
        return parts.entrySet().stream()
                .filter(part -> part.getValue() != null && !part.getValue().isBlank())
                .map(part -> part.getKey() + "="
                        + UriUtils.encode(
                                Objects.requireNonNullElse(part.getValue(), ""),
                                java.nio.charset.StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
