package org.zhengtong.app.window.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.TaskState;

/** What a member of staff can do with a case now: one panel at its side. */
@Component
class CasePanels {

    private static final List<String> PHRASES = List.of("complete", "consistent", "article", "same-place");

    private final Permissions permissions;
    private final StaffDirectory staff;
    private final Accounts accounts;
    private final Texts texts;
    private final Clock clock;
    private final LimitWords limits;

    CasePanels(
            Permissions permissions,
            StaffDirectory staff,
            Accounts accounts,
            Texts texts,
            Clock clock,
            LimitWords limits) {
        this.permissions = permissions;
        this.staff = staff;
        this.accounts = accounts;
        this.texts = texts;
        this.clock = clock;
        this.limits = limits;
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
        var mine = view.lanes().stream()
                .filter(lane -> permissions.may(user, Rights.DECIDE_CASE, lane.department()))
                .toList();
        return mine.stream()
                .filter(lane -> lane.task() != null && lane.state() == TaskState.OPEN)
                .findFirst()
                .<CasePage.Panel>map(lane -> decide(view, lane, user, locale))
                .or(() -> mine.stream()
                        .flatMap(lane -> limits.running(view, lane).stream()
                                .map(running -> paused(view, lane, running, user, locale)))
                        .findFirst())
                .or(() -> mine.stream().filter(this::recallable).findFirst().map(lane -> recall(lane)))
                .orElseGet(() -> nothing(view.file().state().open() ? "others-turn" : "settled", locale));
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
                colleagues(lane, user),
                limits.of(view, lane, locale));
    }

    private CasePage.Panel decide(CaseView view, CaseView.Lane lane, CurrentUser user, Locale locale) {
        var holder = lane.holderName() == null ? "" : lane.holderName();
        return new CasePage.Panel.Decide(
                Objects.requireNonNull(lane.task()).text(),
                lane.departmentName(),
                holder,
                holder.equals(user.name()),
                colleagues(lane, user),
                texts.say(locale, "window.remedies"),
                PHRASES.stream()
                        .map(key -> texts.say(locale, "window.phrase." + key))
                        .toList(),
                limits.of(view, lane, locale));
    }

    private List<CasePage.Colleague> colleagues(CaseView.Lane lane, CurrentUser user) {
        var members = staff.of(lane.department());
        var byStaff = accounts.ofStaff(members.stream().map(StaffMember::id).toList());
        return members.stream()
                .filter(member -> byStaff.containsKey(member.id()) && !user.id().equals(byStaff.get(member.id())))
                .map(member -> new CasePage.Colleague(
                        Objects.requireNonNull(byStaff.get(member.id())).value(), member.name()))
                .toList();
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
