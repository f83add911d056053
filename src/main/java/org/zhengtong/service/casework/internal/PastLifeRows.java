package org.zhengtong.service.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.service.casework.Decision;

/** A replayed case as the rows of its tables, named by their columns. */
final class PastLifeRows {

    private final long key;
    private final PastLife life;

    PastLifeRows(long key, PastLife life) {
        this.key = key;
        this.life = life;
    }

    Map<String, @Nullable Object> caseFile() {
        var applicant = life.past.applicant();
        var account = applicant.account();
        var procedure = life.ground.procedure();
        var supplement = life.supplement;
        var row = row("id", key);
        row.put("revision", 1);
        row.put("procedure_id", procedure.id());
        row.put("item_code", life.past.itemCode().value());
        row.put("item_name", procedure.procedure().title());
        row.put("division", life.past.division().value());
        row.put("jurisdiction", life.past.jurisdiction().value());
        row.put("lead_department", life.lead.value());
        row.put("channel", life.past.channel());
        row.put("state", life.state);
        row.put("applicant_kind", applicant.kind());
        row.put("applicant_name", applicant.name());
        row.put("applicant_identifier", applicant.identifier());
        row.put("contact_name", applicant.contactName());
        row.put("mobile", applicant.mobile());
        row.put("account_id", account == null ? null : account.value());
        row.put("filed_at", life.filedAt);
        row.put("filed_on", life.on(life.filedAt));
        row.put("received_on", life.receivedOn);
        row.put("accepted_on", life.acceptedOn);
        row.put("deemed_accepted", false);
        row.put("supplement_at", supplement == null ? null : supplement.at());
        row.put("decided_at", life.decidedAt);
        row.put("decided_on", day(life.decidedAt));
        row.put("granted", life.granted);
        row.put("in_time", life.inTime);
        row.put("working_days", life.workingDays);
        row.put("closed_at", life.closedAt);
        row.put("result_identifier", life.resultIdentifier);
        return row;
    }

    Map<String, @Nullable Object> answers(FormVersion formVersion) {
        var row = row("case_id", key);
        row.put("form_key", life.ground.procedure().procedure().form());
        row.put("form_version", formVersion.value());
        row.put("answers", life.past.answers());
        return row;
    }

    Stream<Map<String, @Nullable Object>> tasks() {
        return life.tasks.stream().map(this::task);
    }

    private Map<String, @Nullable Object> task(TaskRow task) {
        var row = row("case_id", key);
        row.put("serial", task.serial());
        row.put("step", task.step());
        row.put("step_title", task.title());
        row.put("kind", task.kind());
        row.put("state", task.state());
        row.put("department", task.department().value());
        row.put("division", life.past.division().value());
        row.put("item_code", life.past.itemCode().value());
        row.put("item_name", life.ground.procedure().procedure().title());
        row.put("applicant", life.past.applicant().name());
        row.put("channel", life.past.channel());
        row.put("due_on", task.dueOn());
        row.put("sort_on", task.sortOn());
        row.put("opened_at", task.openedAt());
        row.put("done_at", task.doneAt());
        row.put("done_on", task.doneOn());
        row.put("done_by_name", task.doneByName());
        row.put("granted", task.granted());
        row.put("in_time", task.inTime());
        row.put("recalled", false);
        return row;
    }

    Stream<Map<String, @Nullable Object>> clocks() {
        return life.clocks.values().stream().map(this::clock);
    }

    private Map<String, @Nullable Object> clock(ClockRow clock) {
        var row = row("case_id", key);
        row.put("step", clock.step());
        row.put("division", life.past.division().value());
        row.put("department", clock.department().value());
        row.put("started_on", clock.startedOn());
        row.put("committed", LimitText.of(clock.committed()));
        row.put("statutory", LimitText.of(clock.statutory()));
        row.put("stops", clock.stops());
        row.put("committed_due_on", clock.committedDueOn());
        row.put("statutory_due_on", clock.statutoryDueOn());
        row.put("due_on", clock.dueOn());
        row.put("state", clock.state());
        row.put("ended_at", clock.endedAt());
        row.put("ended_on", day(clock.endedAt()));
        return row;
    }

    Stream<Map<String, @Nullable Object>> events() {
        return life.history.stream().map(told -> {
            var row = row("case_id", key);
            row.put("at", told.at());
            row.put("kind", told.kind());
            row.put("actor_name", told.byName());
            row.put("detail", told.detail());
            return row;
        });
    }

    Stream<Map<String, @Nullable Object>> decisions() {
        return life.decisions.entrySet().stream().map(entry -> {
            var row = row("case_id", key);
            row.put("task_serial", entry.getKey());
            row.put("opinion", entry.getValue().opinion());
            switch (entry.getValue()) {
                case Decision.Granted granted -> row.put("granted", true);
                case Decision.Denied denied -> {
                    row.put("granted", false);
                    row.put("reasons", denied.reasons());
                    row.put("remedies", denied.remedies());
                }
            }
            return row;
        });
    }

    /** The supplement, if one was asked for; nobody's account asked for it here. */
    Stream<Map<String, @Nullable Object>> supplements() {
        return Stream.ofNullable(life.supplement).map(supplement -> {
            var row = row("case_id", key);
            row.put("requested_at", supplement.at());
            row.put("requested_by", 0);
            row.put("by_name", supplement.byName());
            row.put("items", supplement.items());
            row.put("arrived_at", life.supplementedAt);
            return row;
        });
    }

    private @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : life.on(at);
    }

    private static Map<String, @Nullable Object> row(String column, long value) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(column, value);
        return row;
    }

    /** All rows of a kind, of many cases. */
    static List<Map<String, @Nullable Object>> all(
            List<PastLifeRows> lives,
            java.util.function.Function<PastLifeRows, Stream<Map<String, @Nullable Object>>> kind) {
        return lives.stream().flatMap(kind).toList();
    }
}
