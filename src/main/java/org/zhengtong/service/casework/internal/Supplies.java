package org.zhengtong.service.casework.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.Cases.SupplementOutcome;
import org.zhengtong.service.casework.Offered.DeferredMaterial;
import org.zhengtong.service.casework.internal.CaseActions.Plan;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** Materials that were to follow arrive: they are put into the application, and nothing else of it changes. */
@Component
class Supplies {

    private final CaseActions actions;
    private final CaseFileStore files;
    private final KnownProcedures procedures;
    private final Forms forms;
    private final Offerings offerings;
    private final SupplementStore store;
    private final Rights rights;

    Supplies(
            CaseActions actions,
            CaseFileStore files,
            KnownProcedures procedures,
            Forms forms,
            Offerings offerings,
            SupplementStore store,
            Rights rights) {
        this.actions = actions;
        this.files = files;
        this.procedures = procedures;
        this.forms = forms;
        this.offerings = offerings;
        this.store = store;
        this.rights = rights;
    }

    SupplementOutcome supply(CaseNumber number, ObjectNode given, CurrentUser user) {
        var loaded = actions.require(number);
        rights.requireApplicantOrWindow(user, loaded);
        var today = actions.change(loaded, Doer.of(user)).on;
        var came = offerings.of(loaded).outstanding().stream()
                .filter(one ->
                        !today.isAfter(one.dueOn()) && !given.at(one.file()).isEmpty())
                .toList();
        if (loaded.file().state() != CaseState.ACCEPTED || came.isEmpty()) {
            return new SupplementOutcome.NotAwaited(loaded.file().state());
        }
        var before = files.requireAnswers(loaded.key());
        var answers = before.answers().deepCopy();
        came.forEach(one -> {
            put(answers, one.flag(), BooleanNode.FALSE);
            put(answers, one.file(), given.at(one.file()));
        });
        var form = procedures.form(before.formKey(), before.formVersion());
        var checked = forms.checkWhole(form, answers);
        if (!checked.violations().isEmpty()) {
            return new SupplementOutcome.Incomplete(checked.violations());
        }
        return switch (arrived(number, came, user)) {
            case CaseOutcome.Done _ -> {
                store.keep(loaded.key(), checked.settled(), Materials.in(form, checked.settled()));
                yield new SupplementOutcome.Supplemented(number);
            }
            case CaseOutcome.NotPossible not -> new SupplementOutcome.NotAwaited(not.state());
            case CaseOutcome other -> throw new IllegalStateException("Materials cannot come to " + other);
        };
    }

    private CaseOutcome arrived(CaseNumber number, List<DeferredMaterial> came, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(number, by, loaded -> {
            var refusal = refusal(loaded, came);
            if (refusal != null) {
                return new Plan.Refuse(refusal);
            }
            var change = actions.change(loaded, by);
            came.forEach(one -> change.offers().supplied.add(one.serial()));
            change.tell(EventKind.DEFERRED_SUPPLIED, Map.of("note", names(came)));
            return new Plan.Change(
                    change,
                    CaseActions.record(by, "casework.supply_deferred", loaded).with("materials", names(came)));
        });
    }

    private @Nullable CaseOutcome refusal(LoadedCase loaded, List<DeferredMaterial> came) {
        var awaited = offerings.of(loaded).outstanding();
        return loaded.file().state() != CaseState.ACCEPTED || !awaited.containsAll(came)
                ? new CaseOutcome.NotPossible(loaded.file().state())
                : null;
    }

    static String names(List<DeferredMaterial> materials) {
        return String.join("、", materials.stream().map(DeferredMaterial::name).toList());
    }

    private static void put(ObjectNode answers, String pointer, JsonNode value) {
        var place = JsonPointer.compile(pointer);
        if (answers.at(place.head()) instanceof ObjectNode group) {
            group.set(place.last().getMatchingProperty(), value);
        }
    }
}
