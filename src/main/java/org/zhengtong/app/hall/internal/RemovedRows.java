package org.zhengtong.app.hall.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.app.hall.internal.DraftNotes.RemovedRow;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.schema.FieldView;
import org.zhengtong.base.schema.FormEntry;
import org.zhengtong.base.schema.Forms;

/** Keeps what a removed row held, as typed, so that removing it can be undone. */
@Component
class RemovedRows {

    private final Forms forms;

    RemovedRows(Forms forms) {
        this.forms = forms;
    }

    /** The row that this submission removed. */
    Optional<RemovedRow> find(OpenDraft open, SentPage sent, FormEntry entry, CurrentUser by) {
        if (sent.removes().isEmpty()) {
            return Optional.empty();
        }
        var page = sent.page();
        var before = forms.read(
                        open.form(),
                        page,
                        open.answers(),
                        sent.submissionBeforeRemoval(open.id().files(), by))
                .answers();
        var view = forms.view(open.form(), page, before, List.of(), sent.locale());
        return RowRemoval.between(before.path(page), entry.answers().path(page), "/" + page)
                .map(gone -> new RemovedRow(
                        page, gone.pointer(), gone.index(), label(view.fields(), sent.removes()), gone.content()));
    }

    private static String label(List<FieldView> fields, String removes) {
        return fields.stream()
                .flatMap(RemovedRows::rows)
                .filter(row -> row.removeValue().equals(removes))
                .map(FieldView.Row::legend)
                .findFirst()
                .orElse("");
    }

    private static Stream<FieldView.Row> rows(FieldView field) {
        return switch (field) {
            case FieldView.Rows rows ->
                rows.rows().stream().flatMap(row -> Stream.concat(Stream.of(row), within(row.fields())));
            case FieldView.Group group -> within(group.fields());
            default -> Stream.empty();
        };
    }

    private static Stream<FieldView.Row> within(List<FieldView> fields) {
        return fields.stream().flatMap(RemovedRows::rows);
    }
}
