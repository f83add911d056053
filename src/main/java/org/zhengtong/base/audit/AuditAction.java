package org.zhengtong.base.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One action to be recorded: {@code AuditAction.of(actor, "casework.accept", "case", number).because(reason).with("lane", lane)}.
 *
 * <p>The detail holds short facts, never documents or citizen numbers in the clear.
 */
public record AuditAction(
        Actor actor,
        String event,
        AuditSubject subject,
        @Nullable String why,
        SortedMap<String, String> detail) {

    private static final Pattern EVENT = Pattern.compile("[a-z]+\\.[a-z_]+");

    public AuditAction {
        if (!EVENT.matcher(event).matches()) {
            throw new IllegalArgumentException("Not an audit event (room.verb): " + event);
        }
        detail = new TreeMap<>(detail);
    }

    /** An action without reason and detail; the event is {@code room.verb}. */
    public static AuditAction of(Actor actor, String event, String subjectType, String subjectId) {
        return new AuditAction(actor, event, new AuditSubject(subjectType, subjectId), null, new TreeMap<>());
    }

    /** The same action with the reason the actor gave. */
    public AuditAction because(@Nullable String reason) {
        return new AuditAction(actor, event, subject, reason, detail);
    }

    /** The same action with one more fact. */
    public AuditAction with(String key, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new TreeMap<>(detail);
        more.put(key, String.valueOf(value));
        return new AuditAction(actor, event, subject, why, more);
    }

    /** The same action with several more facts. */
    public AuditAction with(Map<String, String> facts) {
        var more = new TreeMap<>(detail);
        more.putAll(facts);
        return new AuditAction(actor, event, subject, why, more);
    }
}
