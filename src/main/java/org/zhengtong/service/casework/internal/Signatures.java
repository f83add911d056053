package org.zhengtong.service.casework.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.CaseConsultations.Answer;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.SignaturesSettled;
import org.zhengtong.service.casework.internal.CaseActions.Plan;

/** Signing, and what a countersign means for the step that waits for it. */
@Component
class Signatures {

    private final CaseActions actions;
    private final Questions questions;
    private final AskableDepartments departments;
    private final AskedTasks tasks;
    private final Accounts accounts;
    private final Texts texts;

    Signatures(
            CaseActions actions,
            Questions questions,
            AskableDepartments departments,
            AskedTasks tasks,
            Accounts accounts,
            Texts texts) {
        this.actions = actions;
        this.questions = questions;
        this.departments = departments;
        this.tasks = tasks;
        this.accounts = accounts;
        this.texts = texts;
    }

    /** Why the step cannot be decided so: signatures are missing, or not enough agreed and nobody says why. */
    @Nullable
    CaseOutcome refusal(LoadedCase loaded, TaskRow task, Decision decision, String against) {
        if (!loaded.countersigned()) {
            return null;
        }
        var groups = questions.of(loaded).stream()
                .filter(one -> one.signing() != null && one.forTask() == task.serial())
                .collect(Collectors.groupingBy(Signatures::group));
        var missing = groups.values().stream()
                .flatMap(List::stream)
                .filter(Opinion::open)
                .map(this::name)
                .toList();
        if (!missing.isEmpty()) {
            return new CaseOutcome.SignaturesMissing(join(missing));
        }
        var failed = groups.values().stream().anyMatch(group -> Countersigning.of(group) == Countersigning.FAILED);
        var given = Reasons.length(against);
        return failed && decision instanceof Decision.Granted && given < Reasons.SHORTEST
                ? new CaseOutcome.SignaturesRefused(given, Reasons.SHORTEST)
                : null;
    }

    private static int group(Opinion one) {
        return java.util.Objects.requireNonNull(one.signing()).group();
    }

    /** The colleague, or the department. */
    String name(Opinion one) {
        var signer = java.util.Objects.requireNonNull(one.signing()).signer();
        return signer == null
                ? departments.name(one.department())
                : accounts.findUser(new AccountId(signer))
                        .map(CurrentUser::name)
                        .orElseGet(() -> departments.name(one.department()));
    }

    private String join(List<String> names) {
        return String.join(texts.say(Locale.SIMPLIFIED_CHINESE, "casework.sign.between"), names);
    }

    /** Signs; when it is certain whether enough agree, the rest is not needed any more and whoever asked hears it. */
    Plan sign(LoadedCase loaded, TaskRow task, Opinion one, Answer answer, CurrentUser user) {
        var by = Doer.of(user);
        if (answer.stance() != Opinion.Stance.AGREE && answer.stance() != Opinion.Stance.DISAGREE) {
            return new Plan.Refuse(new CaseOutcome.YesOrNo());
        }
        var askedBy = one.askedBy();
        if (askedBy != null && askedBy == user.id().value()) {
            return new Plan.Refuse(new CaseOutcome.OwnRequest());
        }
        var change = actions.change(loaded, by);
        var words = answer.words().strip();
        change.changed.add(task.done(by, change.at, change.on, null));
        change.questions()
                .ended
                .add(new ConsultChange.Ended(one.serial(), Opinion.State.ANSWERED, answer.stance(), words));
        change.tell(EventKind.SIGNED, told(loaded, one));
        var after = questions.of(loaded).stream()
                .filter(each -> each.signing() != null && group(each) == group(one))
                .map(each -> each.serial() == one.serial() ? signed(each, answer.stance(), words) : each)
                .toList();
        var came = Countersigning.of(after);
        if (came != Countersigning.ASKED) {
            settle(loaded, change, after, came);
        }
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.sign", loaded)
                        .with("serial", one.serial())
                        .with("stance", answer.stance())
                        .because(words.isEmpty() ? null : words));
    }

    private static Opinion signed(Opinion one, Opinion.Stance stance, String words) {
        return new Opinion(
                one.serial(),
                one.task(),
                one.forTask(),
                one.stepTitle(),
                one.asking(),
                one.department(),
                one.question(),
                one.dueOn(),
                Opinion.State.ANSWERED,
                one.askedAt(),
                one.askedBy(),
                one.askedName(),
                stance,
                words,
                null,
                null,
                one.signing());
    }

    private void settle(LoadedCase loaded, CaseChange change, List<Opinion> group, Countersigning came) {
        var first = group.getFirst();
        var met = came == Countersigning.MET;
        group.stream().filter(Opinion::open).forEach(each -> Questions.end(loaded, change, each, Opinion.State.LAPSED));
        change.tell(
                met ? EventKind.SIGN_MET : EventKind.SIGN_FAILED,
                Map.of("step", AskedTasks.stepOf(loaded, first), "title", first.stepTitle()));
        change.papers.add(new CaseChange.Paper(
                DocumentKind.COUNTERSIGN_SHEET,
                group(first),
                first.asking(),
                Map.of(
                        "to", departments.name(first.asking()),
                        "title", first.stepTitle(),
                        "matter", first.question(),
                        "met", String.valueOf(met),
                        "signatures", group.stream().map(this::line).collect(Collectors.joining("\n")))));
        var askedBy = first.askedBy();
        if (askedBy != null) {
            change.news.add(
                    new SignaturesSettled(loaded.file().number(), first.stepTitle(), met, new AccountId(askedBy)));
        }
    }

    private String line(Opinion one) {
        var stance = one.stance();
        var words = one.words();
        return texts.say(
                Locale.SIMPLIFIED_CHINESE,
                words == null || words.isEmpty() ? "casework.sign.line" : "casework.sign.line.words",
                name(one),
                texts.say(
                        Locale.SIMPLIFIED_CHINESE,
                        stance == null ? "casework.sign.unsigned" : "casework.opinion.stance." + stance),
                words == null ? "" : words);
    }

    Map<String, String> told(LoadedCase loaded, Opinion one) {
        var told = new java.util.HashMap<>(tasks.told(one, AskedTasks.stepOf(loaded, one)));
        told.put("asked", name(one));
        return told;
    }

    /** The signatures of the case, by countersign. */
    Map<Integer, List<Opinion>> groups(LoadedCase loaded) {
        return questions.of(loaded).stream()
                .filter(one -> one.signing() != null)
                .collect(Collectors.groupingBy(Signatures::group, java.util.TreeMap::new, Collectors.toList()));
    }
}
