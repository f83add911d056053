package org.zhengtong.data.connectors.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.data.connectors.Contract.SourceColumn;

/**
 * What changed at a source since its mapping was saved.
 *
 * @param notes each change as a sentence
 * @param harmful whether a mapped column is gone or has another type: nothing may be written then
 */
public record Drift(List<JobNote> notes, boolean harmful) {

    public static Drift between(List<SourceColumn> known, List<SourceColumn> found, Set<String> mapped) {
        var now = types(found);
        var before = types(known);
        var notes = new ArrayList<JobNote>();
        var harmful = false;
        for (var column : known) {
            var type = now.get(column.name());
            var matters = mapped.contains(column.name());
            if (type == null) {
                notes.add(JobNote.of("connectors.drift.gone", column.name()));
                harmful |= matters;
            } else if (!type.isEmpty() && !column.type().isEmpty() && !type.equals(column.type())) {
                notes.add(JobNote.of("connectors.drift.type", column.name(), column.type(), type));
                harmful |= matters;
            }
        }
        for (var column : found) {
            if (!before.containsKey(column.name())) {
                notes.add(JobNote.of("connectors.drift.new", column.name()));
            }
        }
        return new Drift(List.copyOf(notes), harmful);
    }

    private static Map<String, String> types(List<SourceColumn> columns) {
        return columns.stream().collect(Collectors.toMap(SourceColumn::name, SourceColumn::type, (first, _) -> first));
    }
}
