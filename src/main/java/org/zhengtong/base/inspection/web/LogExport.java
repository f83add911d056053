package org.zhengtong.base.inspection.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.ui.CsvExport;

/** Writes the entries of a search as CSV, piece by piece; a cell that a spreadsheet would compute is made plain text. */
final class LogExport {

    private static final int PIECE = 1000;
    private static final int MOST = 200_000;

    private final AuditProofs proofs;
    private final LogSearchForm form;
    private final ZoneId zone;

    LogExport(AuditProofs proofs, LogSearchForm form, ZoneId zone) {
        this.proofs = proofs;
        this.form = form;
        this.zone = zone;
    }

    void write(OutputStream out) throws IOException {
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            // the mark by which spreadsheets recognise UTF-8 goes before the first heading
            csv.writeRecord(
                    "\uFEFFid",
                    "at",
                    "kind",
                    "actor_id",
                    "actor",
                    "origin",
                    "event",
                    "subject_type",
                    "subject",
                    "why",
                    "detail");
            EntryId before = null;
            for (var written = 0; written < MOST; written += PIECE) {
                var piece = proofs.search(after(before).query(zone, PIECE));
                piece.forEach(entry -> csv.writeRecord(cells(entry)));
                if (piece.size() < PIECE) {
                    return;
                }
                before = piece.getLast().id();
            }
        }
    }

    private LogSearchForm after(@Nullable EntryId before) {
        return new LogSearchForm(
                form.from(),
                form.until(),
                form.actor(),
                form.event(),
                form.subjectType(),
                form.subject(),
                before == null ? null : before.toString());
    }

    private String[] cells(AuditEntry entry) {
        var action = entry.action();
        return new String[] {
            entry.id().toString(),
            entry.at().atZone(zone).toOffsetDateTime().toString(),
            action.actor().kind().name(),
            CsvExport.disarmed(action.actor().id()),
            CsvExport.disarmed(action.actor().name()),
            CsvExport.disarmed(entry.origin()),
            CsvExport.disarmed(action.event()),
            CsvExport.disarmed(action.subject().type()),
            CsvExport.disarmed(action.subject().id()),
            CsvExport.disarmed(action.why() == null ? "" : action.why()),
            CsvExport.disarmed(action.detail().toString())
        };
    }
}
