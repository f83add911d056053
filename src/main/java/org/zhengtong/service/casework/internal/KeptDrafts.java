package org.zhengtong.service.casework.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.base.settings.Settings;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.Draft;
import org.zhengtong.service.casework.DraftId;
import org.zhengtong.service.casework.Drafts;
import tools.jackson.databind.node.ObjectNode;

/** Drafts in the database; each saving keeps them for another while. */
@Service
class KeptDrafts implements Drafts {

    private final DraftStore store;
    private final KnownProcedures procedures;
    private final Rights rights;
    private final Settings settings;
    private final Clock clock;
    private final Prefill prefill;

    KeptDrafts(
            DraftStore store,
            KnownProcedures procedures,
            Rights rights,
            Settings settings,
            Clock clock,
            Prefill prefill) {
        this.prefill = prefill;
        this.store = store;
        this.procedures = procedures;
        this.rights = rights;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional
    public DraftId create(Start start, CurrentUser by) {
        if (start.channel() == Channel.WINDOW || start.onBehalf() != null) {
            rights.requireFilingForOthers(by);
        }
        rights.requireMatter(by, start.itemCode());
        var procedure = procedures
                .findNumbered(start.itemCode())
                .orElseThrow(() -> new ProblemException(
                        CaseworkProblem.ITEM_WITHOUT_PROCEDURE, start.itemCode().value()));
        var form = procedures.currentForm(procedure.procedure().form());
        var id = new DraftId(store.insert(
                start,
                procedure.id(),
                procedure.procedure().form(),
                form.version(),
                by.id().value(),
                expiry(),
                clock.instant()));
        var known = prefill.of(procedure.procedure(), start, by);
        if (!known.isEmpty()) {
            store.save(id, 1, form.version(), known, expiry(), clock.instant());
        }
        return id;
    }

    private LocalDate expiry() {
        return LocalDate.now(clock).plusDays(settings.value(CaseworkSettings.DRAFT_DAYS));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Draft> find(DraftId id, CurrentUser by) {
        return store.find(id, by.id().value()).filter(draft -> isAuthorized(by, draft));
    }

    private static boolean isAuthorized(CurrentUser by, Draft draft) {
        return by.mayActIn(ProcedureMatters.of(draft.itemCode()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Draft> listMine(CurrentUser by) {
        return listMine("", by);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Draft> listMine(ItemCode item, CurrentUser by) {
        return listMine(item.value(), by);
    }

    private List<Draft> listMine(String item, CurrentUser by) {
        return store.open(by.id().value(), item).stream()
                .filter(draft -> isAuthorized(by, draft))
                .toList();
    }

    @Override
    @Transactional
    public SaveOutcome save(DraftId id, int version, ObjectNode answers, CurrentUser by) {
        var draft = require(id, by);
        return save(draft, version, draft.formVersion(), answers, by);
    }

    @Override
    @Transactional
    public SaveOutcome moveToForm(DraftId id, int version, FormVersion form, ObjectNode answers, CurrentUser by) {
        return save(require(id, by), version, form, answers, by);
    }

    private SaveOutcome save(Draft draft, int version, FormVersion form, ObjectNode answers, CurrentUser by) {
        if (draft.filedAs() != null) {
            return new SaveOutcome.AlreadyFiled(draft.filedAs());
        }
        if (store.save(draft.id(), version, form, answers, expiry(), clock.instant())) {
            return new SaveOutcome.Saved(version + 1);
        }
        var current = require(draft.id(), by);
        return current.filedAs() != null
                ? new SaveOutcome.AlreadyFiled(current.filedAs())
                : new SaveOutcome.Conflict(current);
    }

    private Draft require(DraftId id, CurrentUser by) {
        return store.find(id, by.id().value())
                .filter(draft -> isAuthorized(by, draft))
                .orElseThrow(() -> new ProblemException(CaseworkProblem.DRAFT_NOT_FOUND, id.value()));
    }

    @Override
    @Transactional
    public void remove(DraftId id, CurrentUser by) {
        store.setRemoved(id, by.id().value(), clock.instant());
    }

    @Override
    @Transactional
    public void restore(DraftId id, CurrentUser by) {
        store.setRemoved(id, by.id().value(), null);
    }
}
