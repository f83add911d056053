package org.zhengtong.app.window.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.TaskState;

/** What a member of staff can do with a case now: one panel at its side. */
@Component
class CasePanels {

    private static final List<String> PHRASES = List.of("complete", "consistent", "article", "same-place");

    private final Permissions permissions;
    private final Colleagues colleagues;
    private final Texts texts;
    private final Clock clock;
    private final LimitWords limits;
    private final ConsultWords consults;
    private final SidePanels side;

    CasePanels(
            Permissions permissions,
            Colleagues colleagues,
            Texts texts,
            Clock clock,
            LimitWords limits,
            ConsultWords consults,
            SidePanels side) {
        this.permissions = permissions;
        this.colleagues = colleagues;
        this.texts = texts;
        this.clock = clock;
        this.limits = limits;
        this.consults = consults;
        this.side = side;
    }

    CasePage.Panel panel(CaseView view, AnswersView answers, CurrentUser user, Locale locale, CaseForm typed) {
        var intake = view.intake();
        if (view.file().state() == CaseState.FILED && intake != null) {
            return permissions.may(user, Rights.ACCEPT_CASE, intake.department())
                    ? intake(view, answers, locale, typed)
                    : nothing("intake-elsewhere", locale);
        }
        if (view.file().state() == CaseState.SUPPLEMENTING) {
            return nothing("waiting", locale);
        }
        if (view.file().state() == CaseState.SUSPENDED) {
            return nothing("suspended", locale);
        }
        var mine = view.lanes().stream()
                .filter(lane -> permissions.may(user, right(lane), lane.department()))
                .toList();
        return mine.stream()
                .filter(lane -> lane.task() != null && lane.state() == TaskState.OPEN)
                .findFirst()
                .map(lane -> lane.kind() == Block.StepKind.INTAKE
                        ? recheck(view, lane, user, locale)
                        : decide(view, lane, user, locale))
                .or(() -> mine.stream()
                        .flatMap(lane -> limits.running(view, lane).stream()
                                .map(running -> paused(view, lane, running, user, locale)))
                        .findFirst())
                .or(() -> mine.stream().filter(this::recallable).findFirst().map(lane -> recall(lane)))
                .orElseGet(() -> nothing(view.file().state().open() ? "others-turn" : "settled", locale));
    }

    private static String right(CaseView.Lane lane) {
        return lane.kind() == Block.StepKind.INTAKE ? Rights.ACCEPT_CASE : Rights.DECIDE_CASE;
    }

    private CasePage.Panel recheck(CaseView view, CaseView.Lane lane, CurrentUser user, Locale locale) {
        var holder = lane.holderName() == null ? "" : lane.holderName();
        return new CasePage.Panel.Recheck(
                Objects.requireNonNull(lane.task()).text(),
                side.sentBack(view, lane, locale),
                holder,
                holder.equals(user.name()),
                colleagues.of(lane.department(), user));
    }

    /** Questions to other departments with their answers. */
    List<CasePage.Consulted> consulted(CaseView view, Locale locale) {
        return consults.consulted(view, locale);
    }

    /** Questions that this member of staff can answer. */
    List<CasePage.Answering> answering(CaseView view, CurrentUser user, Locale locale) {
        return side.answering(view, user, locale);
    }

    /** Open steps that this member of staff can send back or add a step to. */
    List<CasePage.Moving> moving(CaseView view, CurrentUser user, Locale locale) {
        return side.moving(view, user, locale);
    }

    /** Added steps that this member of staff can take back. */
    List<CasePage.Option> added(CaseView view, CurrentUser user, Locale locale) {
        return side.added(view, user, locale);
    }

    /** Suspensions of the whole case. */
    List<CasePage.Event> suspensions(CaseView view, Locale locale) {
        return side.suspensions(view, locale);
    }

    /** Visits of the place, with what was found. */
    List<VisitsPage.Visit> visits(CaseView view, CurrentUser user, Locale locale) {
        return side.visits(view, user, locale);
    }

    /** Ways to what is done on pages of its own. */
    List<CasePage.Option> links(CaseView view, CurrentUser user, Locale locale) {
        return side.links(view, user, locale);
    }

    /** The task of checking a commitment, when this member of staff can do it; null otherwise. */
    @Nullable
    String checking(CaseView view, CurrentUser user) {
        var made = view.offered().commitment();
        return made != null
                        && made.task() != null
                        && made.kept() == null
                        && view.file().handledAt() == null
                        && permissions.may(user, Rights.DECIDE_CASE, view.file().leadDepartment())
                ? new TaskId(view.file().number(), made.task()).text()
                : null;
    }

    private CasePage.Panel nothing(String why, Locale locale) {
        return new CasePage.Panel.Nothing(texts.say(locale, "window.panel.nothing." + why));
    }

    private CasePage.Panel intake(CaseView view, AnswersView answers, Locale locale, CaseForm typed) {
        var choices = new ArrayList<CasePage.Missing>();
        for (var section : answers.sections()) {
            for (var row : section.rows()) {
                var demand = typed.demand().get(row.pointer());
                choices.add(new CasePage.Missing(
                        row.pointer(),
                        section.title() + texts.say(locale, "window.missing.between") + row.label(),
                        demand != null && !demand.isBlank(),
                        demand == null ? "" : demand));
            }
        }
        return new CasePage.Panel.Intake(
                LocalDate.now(clock).toString(),
                view.file().receivedOn().toString(),
                view.supplements().isEmpty(),
                choices,
                texts.say(locale, "window.remedies"));
    }

    private CasePage.Panel paused(
            CaseView view, CaseView.Lane lane, SpecialProcedure running, CurrentUser user, Locale locale) {
        var holder = lane.holderName() == null ? "" : lane.holderName();
        return new CasePage.Panel.Paused(
                Objects.requireNonNull(lane.task()).text(),
                lane.departmentName(),
                limits.paused(running, locale),
                holder,
                holder.equals(user.name()),
                colleagues.of(lane.department(), user),
                limits.of(view, lane, locale),
                consults.consulting(view, lane, user, locale));
    }

    private CasePage.Panel decide(CaseView view, CaseView.Lane lane, CurrentUser user, Locale locale) {
        var holder = lane.holderName() == null ? "" : lane.holderName();
        var consulting = consults.consulting(view, lane, user, locale);
        var others = colleagues.of(lane.department(), user);
        return new CasePage.Panel.Decide(
                Objects.requireNonNull(lane.task()).text(),
                lane.departmentName(),
                side.sentBack(view, lane, locale),
                holder,
                holder.equals(user.name()),
                others,
                texts.say(locale, "window.remedies"),
                PHRASES.stream()
                        .map(key -> texts.say(locale, "window.phrase." + key))
                        .toList(),
                limits.of(view, lane, locale),
                consulting,
                consults.signing(view, lane, consulting, others, locale));
    }

    private boolean recallable(CaseView.Lane lane) {
        Instant until = lane.mayRecallUntil();
        return lane.task() != null && until != null && until.isAfter(clock.instant());
    }

    private CasePage.Panel recall(CaseView.Lane lane) {
        var until = Objects.requireNonNull(lane.mayRecallUntil()).atZone(clock.getZone());
        return new CasePage.Panel.Recall(
                Objects.requireNonNull(lane.task()).text(), "%02d:%02d".formatted(until.getHour(), until.getMinute()));
    }
}
