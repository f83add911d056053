package org.zhengtong.service.casework.internal;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.Decision;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The lists of a change as JSON, so that one statement with few parameters writes them all. */
@Component
class ChangeText {

    private final JsonMapper json;

    ChangeText(JsonMapper json) {
        this.json = json;
    }

    String write(Object value) {
        return json.writeValueAsString(value);
    }

    String tasks(List<TaskRow> tasks) {
        return list(tasks, (row, task) -> {
            row.put("serial", task.serial());
            row.put("step", task.step());
            row.put("title", task.title());
            row.put("kind", task.kind());
            row.put("state", task.state());
            row.put("department", task.department().value());
            row.put("holder", task.holder());
            row.put("holder_name", task.holderName());
            row.put("due_on", task.dueOn());
            row.put("sort_on", task.sortOn());
            row.put("opened_at", task.openedAt());
            row.put("done_at", task.doneAt());
            row.put("done_on", task.doneOn());
            row.put("done_by", task.doneBy());
            row.put("done_by_name", task.doneByName());
            row.put("granted", task.granted());
            row.put("in_time", task.inTime());
            row.put("recalled", task.recalled());
        });
    }

    String clocks(List<ClockRow> clocks) {
        return list(clocks, (row, clock) -> {
            row.put("step", clock.step());
            row.put("department", clock.department().value());
            row.put("started_on", clock.startedOn());
            row.put("committed", LimitText.of(clock.committed()));
            row.put("statutory", LimitText.of(clock.statutory()));
            row.put("stops", clock.stops());
            row.put("committed_due_on", clock.committedDueOn());
            row.put("statutory_due_on", clock.statutoryDueOn());
            row.put("due_on", clock.dueOn());
            row.put("state", clock.state());
        });
    }

    String endedClocks(List<CaseChange.EndedClock> clocks) {
        return list(clocks, (row, clock) -> {
            row.put("step", clock.step());
            row.put("canceled", clock.canceled());
        });
    }

    String events(List<CaseChange.Told> events) {
        return list(events, (row, event) -> {
            row.put("kind", event.kind());
            row.put("detail", event.detail());
        });
    }

    String decisions(List<CaseChange.Decided> decisions) {
        return list(decisions, (row, decided) -> {
            row.put("serial", decided.serial());
            row.put("opinion", decided.decision().opinion());
            switch (decided.decision()) {
                case Decision.Granted granted -> row.put("granted", true);
                case Decision.Denied denied -> {
                    row.put("granted", false);
                    row.put("reasons", denied.reasons());
                    row.put("remedies", denied.remedies());
                }
            }
        });
    }

    String papers(List<CaseChange.Paper> papers) {
        return list(papers, (row, paper) -> {
            row.put("kind", paper.kind());
            row.put("serial", paper.serial());
            row.put("department", paper.department().value());
            row.put("facts", paper.facts());
        });
    }

    private <T> String list(List<T> entries, RowWriter<T> writer) {
        if (entries.isEmpty()) {
            return "[]";
        }
        var text = new StringWriter();
        try (var generator = json.createGenerator(text)) {
            var row = new Row(generator);
            generator.writeStartArray();
            for (var entry : entries) {
                generator.writeStartObject();
                writer.write(row, entry);
                generator.writeEndObject();
            }
            generator.writeEndArray();
        }
        return text.toString();
    }

    @FunctionalInterface
    private interface RowWriter<T> {
        void write(Row row, T entry);
    }

    /** The object that is being written. */
    private record Row(JsonGenerator json) {
        void put(String key, @Nullable Object value) {
            switch (value) {
                case null -> json.writeNullProperty(key);
                case Integer number -> json.writeNumberProperty(key, number);
                case Long number -> json.writeNumberProperty(key, number);
                case Boolean truth -> json.writeBooleanProperty(key, truth);
                case String text -> json.writeStringProperty(key, text);
                case Enum<?> word -> json.writeStringProperty(key, word.name());
                case LocalDate day -> json.writeStringProperty(key, day.toString());
                case Instant at -> json.writeStringProperty(key, at.toString());
                default -> json.writePOJOProperty(key, value);
            }
        }

        void put(String key, Map<String, String> texts) {
            json.writeObjectPropertyStart(key);
            texts.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
    }
}
