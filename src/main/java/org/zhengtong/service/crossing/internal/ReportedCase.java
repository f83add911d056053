package org.zhengtong.service.crossing.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the main hall knows of a sub-hall's case.
 *
 * @param dueOn the nearer day of the clock that runs for the whole case, or for its intake; null when none runs
 * @param clock state of that clock, or of the last one that ended
 * @param at when it moved
 */
record ReportedCase(
        String number,
        String itemCode,
        String itemName,
        String division,
        String department,
        CaseState state,
        Instant filedAt,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate dueOn,
        String clock,
        @Nullable Instant decidedAt,
        @Nullable Boolean granted,
        @Nullable Instant closedAt,
        Instant at) {

    static ReportedCase of(CaseNumber number, Instant at, ObjectNode copy) {
        var file = copy.path("case");
        var main = clock(copy, file.hasNonNull("accepted_on") ? "" : "intake");
        var due = text(main, "due_on");
        var accepted = text(file, "accepted_on");
        var running = text(main, "state");
        return new ReportedCase(
                number.value(),
                file.path("item_code").asString(""),
                file.path("item_name").asString(""),
                file.path("division").asString(""),
                file.path("lead_department").asString(""),
                CaseState.valueOf(file.path("state").asString("")),
                OffsetDateTime.parse(file.path("filed_at").asString("")).toInstant(),
                accepted == null ? null : LocalDate.parse(accepted),
                due == null || !"RUNNING".equals(running) ? null : LocalDate.parse(due),
                running == null ? "CANCELED" : running,
                instant(file, "decided_at"),
                file.hasNonNull("granted") ? file.path("granted").asBoolean() : null,
                instant(file, "closed_at"),
                at);
    }

    private static JsonNode clock(ObjectNode copy, String step) {
        for (var clock : copy.path("clocks")) {
            if (clock.path("step").asString("").equals(step)) {
                return clock;
            }
        }
        return copy.path("none");
    }

    private static @Nullable String text(JsonNode node, String column) {
        return node.hasNonNull(column) ? node.path(column).asString("") : null;
    }

    private static @Nullable Instant instant(JsonNode file, String column) {
        var text = text(file, column);
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }
}
