package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.MaterialsDeferred;
import org.zhengtong.service.casework.Offered;
import org.zhengtong.service.casework.Offered.DeferredMaterial;
import org.zhengtong.service.casework.Procedure;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happens in a case that was accepted with materials missing (容缺受理) or on a commitment (告知承诺). Procedures that offer
 * neither pay nothing for it.
 */
@Component
class Offerings {

    private final CaseFileStore files;
    private final OfferStore store;
    private final Conditions conditions;
    private final CaseClock clocks;
    private final Texts texts;

    Offerings(CaseFileStore files, OfferStore store, Conditions conditions, CaseClock clocks, Texts texts) {
        this.files = files;
        this.store = store;
        this.conditions = conditions;
        this.clocks = clocks;
        this.texts = texts;
    }

    private static boolean offers(LoadedCase loaded) {
        var offers = loaded.version().offers();
        return offers.commitment() != null || offers.deferral() != null;
    }

    Offered of(LoadedCase loaded) {
        return offers(loaded) ? store.find(loaded.key()) : Offered.NOTHING;
    }

    /** At acceptance: what is missing is listed with its last day, and what the applicant committed himself to is kept. */
    void begin(LoadedCase loaded, CaseChange change) {
        if (!offers(loaded)) {
            return;
        }
        var answers = files.answers(loaded);
        var deferral = loaded.version().offers().deferral();
        if (deferral != null) {
            defer(loaded, change, deferral, answers);
        }
        var commitment = loaded.version().offers().commitment();
        if (commitment != null && conditions.over(() -> answers).test(commitment.when())) {
            change.offers().made = commitment;
            change.tell(EventKind.COMMITTED, Map.of());
            change.papers.add(new CaseChange.Paper(
                    DocumentKind.COMMITMENT,
                    loaded.file().leadDepartment(),
                    Map.of(
                            "terms", String.join("\n", commitment.terms()),
                            "replaces", String.join("\n", commitment.replaces()),
                            "check", LimitText.written(commitment.check()),
                            "law", commitment.law())));
        }
    }

    private void defer(LoadedCase loaded, CaseChange change, Procedure.Deferral deferral, ObjectNode answers) {
        var missing = missing(deferral, answers);
        if (missing.isEmpty()) {
            return;
        }
        var dueOn = last(change.on, deferral.within());
        for (var one : missing) {
            var serial = change.offers().deferred.size() + 1;
            change.offers().deferred.add(new DeferredMaterial(serial, one.name(), one.flag(), one.file(), dueOn, null));
        }
        change.tell(EventKind.MATERIALS_DEFERRED, Map.of("to", dueOn.toString()));
        change.papers.add(new CaseChange.Paper(
                DocumentKind.DEFERRAL_NOTICE,
                loaded.intake().department(),
                Map.of(
                        "materials",
                        String.join(
                                "\n",
                                missing.stream().map(Procedure.Deferrable::name).toList()),
                        "due",
                        dueOn.toString(),
                        "law",
                        deferral.law())));
        change.news.add(new MaterialsDeferred(
                loaded.file().number(),
                missing.size(),
                dueOn,
                loaded.file().applicant().account()));
    }

    /** The materials that these answers leave for later. */
    static List<Procedure.Deferrable> missing(Procedure.Deferral deferral, ObjectNode answers) {
        return deferral.materials().stream()
                .filter(one -> answers.at(one.flag()).asBoolean(false))
                .toList();
    }

    private LocalDate last(LocalDate from, TimeLimit limit) {
        return clocks.lastDay(from, limit);
    }

    /** A case granted on a commitment is checked afterwards: a task of the lead department, with its day. */
    void granted(LoadedCase loaded, CaseChange change) {
        var commitment = loaded.version().offers().commitment();
        if (commitment == null || store.find(loaded.key()).commitment() == null) {
            return;
        }
        var lead = loaded.file().leadDepartment();
        var dueOn = last(change.on, commitment.check());
        var step = new Block.Step(
                Offered.CHECK_STEP,
                texts.say(Locale.SIMPLIFIED_CHINESE, "casework.commitment.task"),
                Block.StepKind.CHECK,
                lead.value(),
                false,
                null,
                null,
                commitment.law(),
                null,
                null);
        var serial = loaded.nextSerial() + change.opened.size();
        change.opened.add(TaskRow.open(serial, step, lead, dueOn, change.at));
        change.offers().check = new OfferChange.Due(serial, dueOn);
    }
}
