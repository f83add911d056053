package org.zhengtong.service.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseReopened;
import org.zhengtong.service.casework.CaseReopenings.Register;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.Reopening;
import org.zhengtong.service.casework.internal.CaseActions.Plan;

/** Decisions that revoke how a case ended: registered by one, confirmed by another, then the case is handled anew. */
@Component
class Reopenings {

    private final CaseActions actions;
    private final LimitStore store;
    private final AnewSteps anew;
    private final CaseClock clocks;
    private final Rights rights;
    private final Permissions permissions;

    Reopenings(
            CaseActions actions,
            LimitStore store,
            AnewSteps anew,
            CaseClock clocks,
            Rights rights,
            Permissions permissions) {
        this.actions = actions;
        this.store = store;
        this.anew = anew;
        this.clocks = clocks;
        this.rights = rights;
        this.permissions = permissions;
    }

    /** Why it cannot be registered; null when only the paper is still to be kept. */
    @Nullable
    CaseOutcome refusal(LoadedCase loaded, Register register, CurrentUser user) {
        rights.requireLead(user, loaded);
        var state = loaded.file().state();
        if (!reopenable(state)) {
            return new CaseOutcome.NotPossible(state);
        }
        var asked = store.reopenings(loaded.key()).stream()
                .filter(one -> one.state() == Reopening.State.ASKED)
                .findFirst();
        if (asked.isPresent()) {
            return new CaseOutcome.ReopeningAsked(
                    asked.get().askedName(), asked.get().askedAt());
        }
        var missing = missing(register);
        if (missing != null) {
            return new CaseOutcome.DecisionIncomplete(missing);
        }
        var wrongDay = wrongDay(loaded, register.datedOn());
        if (wrongDay != null) {
            return wrongDay;
        }
        var given = Reasons.length(register.reason());
        if (given < Reasons.SHORTEST) {
            return new CaseOutcome.ReasonTooShort(given, Reasons.SHORTEST);
        }
        return anew.possible(loaded, register.steps()) ? null : new CaseOutcome.NoWayBack();
    }

    static boolean reopenable(CaseState state) {
        return switch (state) {
            case GRANTED, DELIVERED, DENIED, REFUSED -> true;
            case FILED, SUPPLEMENTING, ACCEPTED, SUSPENDED, WITHDRAWN -> false;
        };
    }

    private static @Nullable String missing(Register register) {
        if (register.kind() == null) {
            return "kind";
        }
        if (register.document().isBlank()) {
            return "document";
        }
        if (register.body().isBlank()) {
            return "body";
        }
        return register.datedOn() == null ? "dated-on" : null;
    }

    /** Nobody revokes a decision before it was made, and nothing is registered before it was decided. */
    private @Nullable CaseOutcome wrongDay(LoadedCase loaded, @Nullable LocalDate day) {
        var file = loaded.file();
        var ended = file.decidedAt() == null ? file.closedAt() : file.decidedAt();
        var earliest = ended == null ? file.receivedOn() : LocalDate.ofInstant(ended, clocks.zone());
        return day == null || day.isBefore(earliest) || day.isAfter(clocks.today())
                ? new CaseOutcome.WrongDate(day == null ? earliest : day, earliest, clocks.today())
                : null;
    }

    CaseOutcome register(CaseNumber number, Register register, Reopening.Paper paper, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(number, by, loaded -> {
            var refusal = refusal(loaded, register, user);
            return refusal == null ? register(loaded, register, paper, by) : new Plan.Refuse(refusal);
        });
    }

    private Plan register(LoadedCase loaded, Register register, Reopening.Paper paper, Doer by) {
        var change = actions.change(loaded, by);
        var one = new Reopening(
                store.reopenings(loaded.key()).size() + 1,
                java.util.Objects.requireNonNull(register.kind()),
                register.document().strip(),
                register.body().strip(),
                java.util.Objects.requireNonNull(register.datedOn()),
                register.reason().strip(),
                register.steps(),
                paper,
                register.limit(),
                loaded.file().state(),
                loaded.file().resultIdentifier(),
                Reopening.State.ASKED,
                by.account(),
                String.valueOf(by.name()),
                change.at,
                null,
                null,
                null);
        change.limits().reopenings.add(one);
        change.tell(EventKind.REOPENING_ASKED, told(one, one.reason()));
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.ask_reopening", loaded)
                        .with("kind", one.kind())
                        .with("document", one.document())
                        .with("file", paper.file())
                        .because(one.reason()));
    }

    private static Map<String, String> told(Reopening one, String reason) {
        return Map.of(
                "serial", String.valueOf(one.serial()),
                "kind", one.kind().name(),
                "title", one.document(),
                "body", one.body(),
                "reason", reason);
    }

    CaseOutcome confirm(CaseNumber number, int serial, CurrentUser user) {
        return answer(number, serial, user, (loaded, one, by) -> {
            if (!anew.possible(loaded, one.steps())) {
                return new Plan.Refuse(new CaseOutcome.NoWayBack());
            }
            return confirm(loaded, one, user, by);
        });
    }

    private Plan confirm(LoadedCase loaded, Reopening one, CurrentUser user, Doer by) {
        var change = actions.change(loaded, by);
        change.limits()
                .reopeningsAnswered
                .add(new LimitChange.ReopeningAnswered(one.serial(), Reopening.State.CONFIRMED, null));
        change.tell(EventKind.REOPENED, told(one, one.reason()));
        var begun = anew.begin(loaded, change, one);
        var file = loaded.file();
        change.limits()
                .papers
                .add(new LimitChange.Paper(
                        DocumentKind.REOPENING_NOTICE,
                        one.serial(),
                        file.leadDepartment().value(),
                        facts(loaded, one, begun)));
        change.news.add(new CaseReopened(
                file.number(),
                one.kind(),
                one.document(),
                begun.undone(),
                file.applicant().account(),
                user.id(),
                user.name(),
                change.at));
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.confirm_reopening", loaded)
                        .with("document", one.document())
                        .with("before", one.before())
                        .with("asked", one.askedName())
                        .because(one.reason()));
    }

    private Map<String, String> facts(LoadedCase loaded, Reopening one, AnewSteps.Begun begun) {
        var facts = new HashMap<>(told(one, one.reason()));
        facts.put("document", one.document());
        facts.put("dated", one.datedOn().toString());
        facts.put("revoked", revoked(loaded));
        facts.put(
                "again",
                String.join(
                        "、",
                        begun.opened().stream().map(TaskRow::title).distinct().toList()));
        var dueOn = begun.joint().dueOn();
        facts.put("to", dueOn == null ? "" : dueOn.toString());
        return facts;
    }

    /** The number of the document that told the decision. */
    private String revoked(LoadedCase loaded) {
        var kind = switch (loaded.file().state()) {
            case DENIED -> DocumentKind.DENIAL;
            case REFUSED -> DocumentKind.ACCEPTANCE_REFUSAL;
            case GRANTED, DELIVERED, FILED, SUPPLEMENTING, ACCEPTED, SUSPENDED, WITHDRAWN -> DocumentKind.GRANT;
        };
        var confirmed = store.reopenings(loaded.key()).stream()
                .filter(each -> each.state() == Reopening.State.CONFIRMED)
                .count();
        return DocumentNumbers.of(loaded.file().number(), kind, (int) confirmed + 1);
    }

    CaseOutcome refuse(CaseNumber number, int serial, String reason, CurrentUser user) {
        return answer(number, serial, user, (loaded, one, by) -> {
            var given = Reasons.length(reason);
            if (given < Reasons.SHORTEST) {
                return new Plan.Refuse(new CaseOutcome.ReasonTooShort(given, Reasons.SHORTEST));
            }
            var change = actions.change(loaded, by);
            change.limits()
                    .reopeningsAnswered
                    .add(new LimitChange.ReopeningAnswered(one.serial(), Reopening.State.REFUSED, reason.strip()));
            change.tell(EventKind.REOPENING_REFUSED, told(one, reason.strip()));
            return new Plan.Change(
                    change,
                    CaseActions.record(by, "casework.refuse_reopening", loaded)
                            .with("document", one.document())
                            .because(reason.strip()));
        });
    }

    @FunctionalInterface
    private interface Answer {
        Plan plan(LoadedCase loaded, Reopening one, Doer by);
    }

    private CaseOutcome answer(CaseNumber number, int serial, CurrentUser user, Answer answer) {
        var by = Doer.of(user);
        return actions.act(number, by, loaded -> {
            permissions.require(user, CaseLimits.APPROVE, loaded.file().leadDepartment());
            var one = store.reopenings(loaded.key()).stream()
                    .filter(each -> each.serial() == serial)
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(
                            CaseworkProblem.REOPENING_NOT_FOUND, number.value(), String.valueOf(serial)));
            var refusal = unanswerable(loaded, one, user.id());
            return refusal == null ? answer.plan(loaded, one, by) : new Plan.Refuse(refusal);
        });
    }

    private static @Nullable CaseOutcome unanswerable(LoadedCase loaded, Reopening one, AccountId user) {
        Instant decidedAt = one.decidedAt();
        if (decidedAt != null) {
            return new CaseOutcome.AlreadyDone(
                    String.valueOf(one.decidedName()),
                    decidedAt,
                    one.state() == Reopening.State.CONFIRMED ? EventKind.REOPENED : EventKind.REOPENING_REFUSED);
        }
        var askedBy = one.askedBy();
        if (askedBy != null && askedBy == user.value()) {
            return new CaseOutcome.OwnReopening();
        }
        var state = loaded.file().state();
        return reopenable(state) ? null : new CaseOutcome.NotPossible(state);
    }

    /** The steps that can be chosen. */
    List<String> places(LoadedCase loaded) {
        return reopenable(loaded.file().state()) ? anew.places(loaded) : List.of();
    }

    LoadedCase require(CaseNumber number) {
        return actions.require(number);
    }
}
