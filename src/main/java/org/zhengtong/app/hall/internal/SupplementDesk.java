package org.zhengtong.app.hall.internal;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormEntry;
import org.zhengtong.base.schema.FormPage;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.Procedures;
import org.zhengtong.service.casework.SupplementItem;
import tools.jackson.databind.node.ObjectNode;

/** Corrects an application for a supplement request, page by page, and sends it. */
@Component
public class SupplementDesk {

    private final SupplementDraftStore store;
    private final Procedures procedures;
    private final Forms forms;
    private final Cases cases;
    private final Clock clock;

    SupplementDesk(SupplementDraftStore store, Procedures procedures, Forms forms, Cases cases, Clock clock) {
        this.store = store;
        this.procedures = procedures;
        this.forms = forms;
        this.cases = cases;
        this.clock = clock;
    }

    /** The supplement of a case that waits for one. */
    public OpenSupplement open(CaseView view, Locale locale) {
        var form = procedures.form(view.formKey(), view.formVersion());
        var saved = store.find(view.file().number());
        var answers = saved.map(SupplementDraft::answers).orElse(view.answers());
        var items = view.supplements().isEmpty()
                ? List.<SupplementItem>of()
                : view.supplements().getLast().items();
        var asks = items.stream()
                .map(item -> ask(item, form, view, answers, locale))
                .toList();
        return new OpenSupplement(
                view, form, asks, answers, saved.map(SupplementDraft::savedAt).orElse(null));
    }

    private static OpenSupplement.Ask ask(
            SupplementItem item, FormSchema form, CaseView view, ObjectNode answers, Locale locale) {
        var page = pageOf(item, form);
        var key = page.key();
        var touched = !answers.path(key).equals(view.answers().path(key));
        return new OpenSupplement.Ask(item, key, page.title().in(locale), touched);
    }

    /** The page a pointer leads to or that asks for the material; the last one, where materials are, when neither is found. */
    private static FormPage pageOf(SupplementItem item, FormSchema form) {
        var parts = item.pointer().split("/");
        return Stream.of(parts)
                .flatMap(part -> form.findPage(part).stream())
                .findFirst()
                .or(() -> form.pages().stream()
                        .filter(page -> holds(page.content(), parts[parts.length - 1]))
                        .findFirst())
                .orElseGet(() -> form.pages().getLast());
    }

    private static boolean holds(Field.Group group, String key) {
        return group.fields().stream()
                .anyMatch(
                        field -> field.key().equals(key) || (field instanceof Field.Group inner && holds(inner, key)));
    }

    /** Reads one page and keeps it. */
    public FormEntry save(OpenSupplement open, SentPage sent, CurrentUser by) {
        var submission = sent.submission(open.number().files(), by);
        var entry = forms.read(open.form(), sent.page(), open.answers(), submission);
        store.save(open.number(), entry.answers(), clock.instant());
        return entry;
    }

    /** Sends the corrected application. */
    public Cases.SupplementOutcome send(OpenSupplement open, CurrentUser by) {
        var outcome = cases.supplement(open.number(), forms.settle(open.form(), open.answers()), by);
        if (!(outcome instanceof Cases.SupplementOutcome.Incomplete)) {
            store.remove(open.number());
        }
        return outcome;
    }
}
