package org.zhengtong.base.inspection.web;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.base.audit.AuditQuery;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.ui.TypedDay;

/** What the search form sends; all of it may be empty. */
public record LogSearchForm(
        @Nullable String from,
        @Nullable String until,
        @Nullable String actor,
        @Nullable String event,
        @Nullable String subjectType,
        @Nullable String subject,
        @Nullable String before) {

    AuditQuery query(ZoneId zone, int most) {
        return new AuditQuery(
                TypedDay.start(from, zone),
                TypedDay.end(until, zone),
                filled(actor),
                filled(event),
                filled(subjectType),
                filled(subject),
                cursor(),
                most);
    }

    /** The same search as an address, going on after an entry if one is given. */
    public String query(@Nullable EntryId after) {
        var parts = new LinkedHashMap<String, @Nullable String>();
        parts.put("from", from);
        parts.put("until", until);
        parts.put("actor", actor);
        parts.put("event", event);
        parts.put("subjectType", subjectType);
        parts.put("subject", subject);
        parts.put("before", after == null ? null : after.toString());
        return parts.entrySet().stream()
                .filter(part -> filled(part.getValue()) != null)
                .map(LogSearchForm::encoded)
                .collect(Collectors.joining("&"));
    }

    private static String encoded(Map.Entry<String, @Nullable String> part) {
        var value = part.getValue();
        return part.getKey() + "="
                + (value == null ? "" : UriUtils.encode(value, java.nio.charset.StandardCharsets.UTF_8));
    }

    private @Nullable EntryId cursor() {
        try {
            var cursor = filled(before);
            return cursor == null ? null : EntryId.of(cursor);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
