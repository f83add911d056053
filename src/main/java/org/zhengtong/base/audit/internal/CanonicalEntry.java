package org.zhengtong.base.audit.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.AuditSubject;

/** The one text of an entry that is hashed: JSON by RFC 8785 (sorted keys, no white space), so that anybody can hash it again. */
final class CanonicalEntry {

    private static final char UNKNOWN = '\uFFFD';

    private CanonicalEntry() {}

    static String of(AuditEntry entry) {
        var action = entry.action();
        var json = new StringBuilder(400);
        json.append("{\"actor\":{\"id\":").append(quoted(action.actor().id()));
        json.append(",\"kind\":").append(quoted(action.actor().kind().name()));
        json.append(",\"name\":").append(quoted(action.actor().name()));
        json.append("},\"at\":").append(quoted(entry.at().toString()));
        json.append(",\"detail\":").append(object(action.detail()));
        json.append(",\"event\":").append(quoted(action.event()));
        json.append(",\"id\":").append(quoted(entry.id().toString()));
        json.append(",\"origin\":").append(quoted(entry.origin()));
        json.append(",\"subject\":{\"id\":").append(quoted(action.subject().id()));
        json.append(",\"type\":").append(quoted(action.subject().type())).append('}');
        if (action.why() != null) {
            json.append(",\"why\":").append(quoted(action.why()));
        }
        return json.append('}').toString();
    }

    /** A JSON object of texts with sorted keys. */
    static String object(SortedMap<String, String> texts) {
        var json = new StringBuilder("{");
        texts.forEach((key, value) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            json.append(quoted(key)).append(':').append(quoted(value));
        });
        return json.append('}').toString();
    }

    /** The action as PostgreSQL can keep it letter by letter: no NUL, no half of a surrogate pair. */
    static AuditAction storable(AuditAction action) {
        var detail = new TreeMap<String, String>();
        for (Map.Entry<String, String> fact : action.detail().entrySet()) {
            detail.put(clean(fact.getKey()), clean(fact.getValue()));
        }
        var actor = action.actor();
        return new AuditAction(
                new Actor(actor.kind(), clean(actor.id()), clean(actor.name())),
                action.event(),
                new AuditSubject(
                        clean(action.subject().type()), clean(action.subject().id())),
                cleanOrNull(action.why()),
                detail);
    }

    /** PostgreSQL keeps microseconds. */
    static Instant storable(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable String cleanOrNull(@Nullable String text) {
        return text == null ? null : clean(text);
    }

    static String clean(String text) {
        StringBuilder cleaned = null;
        for (var index = 0; index < text.length(); index++) {
            var character = text.charAt(index);
            if (Character.isHighSurrogate(character)
                    && index + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(index + 1))) {
                index++;
            } else if (character == 0 || Character.isSurrogate(character)) {
                cleaned = cleaned == null ? new StringBuilder(text) : cleaned;
                cleaned.setCharAt(index, UNKNOWN);
            }
        }
        return cleaned == null ? text : cleaned.toString();
    }

    private static String quoted(String text) {
        var json = new StringBuilder(text.length() + 2).append('"');
        for (var index = 0; index < text.length(); index++) {
            escape(json, text.charAt(index));
        }
        return json.append('"').toString();
    }

    private static void escape(StringBuilder json, char character) {
        switch (character) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\t' -> json.append("\\t");
            case '\n' -> json.append("\\n");
            case '\f' -> json.append("\\f");
            case '\r' -> json.append("\\r");
            default -> {
                if (character < ' ') {
                    json.append("\\u%04x".formatted((int) character));
                } else {
                    json.append(character);
                }
            }
        }
    }
}
