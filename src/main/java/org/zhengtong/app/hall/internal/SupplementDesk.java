package org.zhengtong.app.hall.internal;

import java.time.Clock;
import java.time.LocalDate;
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
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.ui.WrittenDates;
import org.zhengtong.service.casework.CaseOffers;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.Offered.DeferredMaterial;
import org.zhengtong.service.casework.Procedures;
import org.zhengtong.service.casework.SupplementItem;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/** Corrects an application for a supplement request, page by page, and sends it. */
@Component
public class SupplementDesk {

    private final SupplementDraftStore store;
    private final Procedures procedures;
    private final Forms forms;
    private final Cases cases;
    private final CaseOffers offers;
    private final Clock clock;
    private final Texts texts;

    SupplementDesk(
            SupplementDraftStore store,
            Procedures procedures,
            Forms forms,
            Cases cases,
            CaseOffers offers,
            Clock clock,
            Texts texts) {
        this.offers = offers;
        this.texts = texts;
        this.store = store;
        this.procedures = procedures;
        this.forms = forms;
        this.cases = cases;
        this.clock = clock;
    }

    /** Whether the applicant can send something now: what he was asked for, or what was to follow (容缺受理). */
    public boolean awaits(CaseView view) {
        return view.file().state() == CaseState.SUPPLEMENTING
                || following(view).stream()
                        .anyMatch(one -> !LocalDate.now(clock).isAfter(one.dueOn()));
    }

    private static List<DeferredMaterial> following(CaseView view) {
        return view.file().state() == CaseState.ACCEPTED ? view.offered().outstanding() : List.of();
    }

    /** The supplement of a case that waits for one. */
    public OpenSupplement open(CaseView view, Locale locale) {
        var form = procedures.form(view.formKey(), view.formVersion());
        var saved = store.find(view.file().number());
        var following = following(view);
        var answers = saved.map(SupplementDraft::answers)
                .orElseGet(() -> following.isEmpty() ? view.answers() : asked(view, following));
        if (!following.isEmpty()) {
            var asks = following.stream()
                    .map(one -> follow(one, form, answers, locale))
                    .toList();
            return new OpenSupplement(
                    view,
                    form,
                    asks,
                    answers,
                    saved.map(SupplementDraft::savedAt).orElse(null));
        }
        var items = view.supplements().isEmpty()
                ? List.<SupplementItem>of()
                : view.supplements().getLast().items();
        var asks = items.stream()
                .map(item -> ask(item, form, view, answers, locale))
                .toList();
        return new OpenSupplement(
                view, form, asks, answers, saved.map(SupplementDraft::savedAt).orElse(null));
    }

    /** The application with the questions open whose files were to follow. */
    private static ObjectNode asked(CaseView view, List<DeferredMaterial> following) {
        var answers = view.answers().deepCopy();
        for (var one : following) {
            var flag = JsonPointer.compile(one.flag());
            if (answers.at(flag.head()) instanceof ObjectNode group) {
                group.put(flag.last().getMatchingProperty(), false);
            }
        }
        return answers;
    }

    private OpenSupplement.Ask follow(DeferredMaterial one, FormSchema form, ObjectNode answers, Locale locale) {
        var demand = texts.say(locale, "hall.deferred.demand", WrittenDates.date(one.dueOn(), one.dueOn(), locale));
        var item = new SupplementItem(one.file(), one.name(), demand);
        var page = pageOf(item, form);
        return new OpenSupplement.Ask(
                item,
                page.key(),
                page.title().in(locale),
                !answers.at(one.file()).isEmpty());
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
        var answers = forms.settle(open.form(), open.answers());
        var outcome = following(open.view()).isEmpty()
                ? cases.supplement(open.number(), answers, by)
                : offers.supply(open.number(), answers, by);
        if (!(outcome instanceof Cases.SupplementOutcome.Incomplete)) {
            store.remove(open.number());
        }
        return outcome;
    }
}
