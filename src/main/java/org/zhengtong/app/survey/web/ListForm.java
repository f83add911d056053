package org.zhengtong.app.survey.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.app.survey.FilledForm;
import org.zhengtong.app.survey.FilledForms;

/** What the list of filled forms is asked for; all of it may be empty. */
public record ListForm(
        @Nullable String text,
        @Nullable String form,
        @Nullable String state,
        @Nullable String mine,
        @Nullable String sort,
        @Nullable String after) {

    FilledForms.Wish wish(int most) {
        return new FilledForms.Wish(
                Objects.requireNonNullElse(text, ""),
                Objects.requireNonNullElse(form, ""),
                "true".equals(mine),
                Arrays.stream(FilledForm.State.values())
                        .filter(each -> each.name().equals(state))
                        .findFirst()
                        .orElse(null),
                "oldest".equals(sort),
                cursor(),
                most);
    }

    private FilledForms.@Nullable Cursor cursor() {
        var parts = Objects.requireNonNullElse(after, "").split("-", 3);
        if (parts.length != 3 || !Arrays.stream(parts).allMatch(part -> part.matches("[0-9]{1,12}"))) {
            return null;
        }
        return new FilledForms.Cursor(
                Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1])), Long.parseLong(parts[2]));
    }

    ListForm after(FilledForm last) {
        var at = last.savedAt();
        return new ListForm(
                text,
                form,
                state,
                mine,
                sort,
                at.getEpochSecond() + "-" + at.getNano() + "-" + last.id().value());
    }

    ListForm fromTheStart() {
        return new ListForm(text, form, state, mine, sort, null);
    }

    /** The same as a query. */
    public String query() {
        var parts = new LinkedHashMap<String, @Nullable String>();
        parts.put("text", text);
        parts.put("form", form);
        parts.put("state", state);
        parts.put("mine", mine);
        parts.put("sort", sort);
        parts.put("after", after);
        return parts.entrySet().stream()
                .filter(part -> part.getValue() != null && !part.getValue().isBlank())
                .map(ListForm::encoded)
                .collect(Collectors.joining("&"));
    }

    private static String encoded(Map.Entry<String, @Nullable String> part) {
        return part.getKey() + "="
                + UriUtils.encode(Objects.requireNonNullElse(part.getValue(), ""), StandardCharsets.UTF_8);
    }
}
