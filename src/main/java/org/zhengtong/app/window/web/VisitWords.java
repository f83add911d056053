package org.zhengtong.app.window.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.ui.WrittenDates;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.CaseVisits;
import org.zhengtong.service.casework.SiteVisit;
import org.zhengtong.service.casework.TaskId;

/** Site visits in the words of their pages, and what can be done about them. */
@Component
class VisitWords {

    private final CaseVisits visits;
    private final Departments departments;
    private final Permissions permissions;
    private final Texts texts;
    private final Clock clock;

    VisitWords(CaseVisits visits, Departments departments, Permissions permissions, Texts texts, Clock clock) {
        this.visits = visits;
        this.departments = departments;
        this.permissions = permissions;
        this.texts = texts;
        this.clock = clock;
    }

    List<VisitsPage.Visit> visits(CaseView view, boolean may, CurrentUser user, Locale locale) {
        return view.visits().stream()
                .map(one -> visit(view, one, may, user, locale))
                .toList();
    }

    private VisitsPage.Visit visit(CaseView view, SiteVisit one, boolean may, CurrentUser user, Locale locale) {
        var acts = may && one.open() && view.file().state() == CaseState.ACCEPTED;
        var endedAt = one.endedAt();
        return new VisitsPage.Visit(
                one.serial(),
                when(one.heldOn(), one.startsAt(), locale),
                one.place(),
                one.purpose(),
                statusClass(one.state()),
                texts.say(locale, "window.visit.state." + one.state()),
                one.words() == null ? "" : one.words(),
                endedAt == null || one.endedName() == null
                        ? texts.say(locale, "window.visit.planned-by", one.plannedName(), time(one.plannedAt(), locale))
                        : texts.say(locale, "window.visit.ended-by", one.endedName(), time(endedAt, locale)),
                one.heldOn().toString(),
                one.startsAt(),
                acts && one.found() == 0,
                acts && one.found() > 0,
                one.parties().stream()
                        .map(party -> party(view, one, party, user, locale))
                        .toList());
    }

    static String statusClass(SiteVisit.State state) {
        return switch (state) {
            case PLANNED -> "doing";
            case CALLED_OFF -> "draft";
            case CLOSED -> "done";
        };
    }

    String when(LocalDate day, String startsAt, Locale locale) {
        return WrittenDates.date(day, day, locale) + " " + startsAt;
    }

    private VisitsPage.Party party(
            CaseView view, SiteVisit visit, SiteVisit.Party party, CurrentUser user, Locale locale) {
        var result = party.result();
        var foundAt = party.foundAt();
        var writes = visit.open()
                && result == null
                && view.file().state() == CaseState.ACCEPTED
                && view.file().handledAt() == null
                && !LocalDate.now(clock).isBefore(visit.heldOn())
                && permissions.may(user, Rights.DECIDE_CASE, party.department());
        return new VisitsPage.Party(
                name(party.department()),
                party.people().stream()
                        .map(SiteVisit.Person::name)
                        .collect(Collectors.joining(texts.say(locale, "window.consult.between"))),
                result == null ? "draft" : resultClass(result),
                texts.say(locale, result == null ? "window.visit.unwritten" : "casework.visit.result." + result),
                party.words() == null ? "" : party.words(),
                foundAt == null
                        ? ""
                        : texts.say(
                                locale,
                                "window.visit.found-by",
                                String.valueOf(party.foundName()),
                                time(foundAt, locale)),
                party.files().stream()
                        .map(file -> new CasePage.Option(file.file(), file.name()))
                        .toList(),
                writes ? new TaskId(view.file().number(), party.task()).text() : "");
    }

    private static String resultClass(SiteVisit.Result result) {
        return switch (result) {
            case FITS -> "done";
            case TO_MEND -> "soon";
            case UNFIT -> "overdue";
        };
    }

    List<VisitsPage.Eligible> eligible(CaseView view, CurrentUser user) {
        return visits.eligible(view.file().number(), user).stream()
                .map(one -> new VisitsPage.Eligible(
                        one.name(),
                        one.lead(),
                        one.people().stream()
                                .map(person -> new CasePage.Option(String.valueOf(person.account()), person.name()))
                                .toList()))
                .toList();
    }

    List<CasePage.Option> results(Locale locale) {
        return Stream.of(SiteVisit.Result.values())
                .map(one -> new CasePage.Option(one.name(), texts.say(locale, "casework.visit.result." + one)))
                .toList();
    }

    /** The way to the page about it: for whoever can plan one, and when there is one. */
    List<CasePage.Option> links(CaseView view, CurrentUser user, Locale locale) {
        var number = view.file().number();
        var plannable = view.file().state() == CaseState.ACCEPTED && visits.may(number, user);
        return plannable || !view.visits().isEmpty()
                ? List.of(new CasePage.Option(
                        "/staff/cases/" + number + "/visits",
                        texts.say(locale, "window.visit.link", view.visits().size())))
                : List.of();
    }

    String name(DepartmentId id) {
        return departments.find(id).map(found -> found.shortName()).orElse(id.value());
    }

    private String time(java.time.Instant at, Locale locale) {
        return WrittenDates.time(at.atZone(clock.getZone()), LocalDate.now(clock), locale);
    }
}
