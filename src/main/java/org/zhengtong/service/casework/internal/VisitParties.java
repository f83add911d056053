package org.zhengtong.service.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseVisits;
import org.zhengtong.service.casework.CaseVisits.Eligible;
import org.zhengtong.service.casework.SiteVisit;

/** Who can take part in a site visit: those who may decide for a department that has a step in the case. */
@Component
class VisitParties {

    private final Deciders deciders;
    private final Lanes lanes;
    private final Texts texts;

    VisitParties(Deciders deciders, Lanes lanes, Texts texts) {
        this.deciders = deciders;
        this.lanes = lanes;
        this.texts = texts;
    }

    List<Eligible> eligible(LoadedCase loaded) {
        var lead = loaded.file().leadDepartment();
        var departments = new ArrayList<DepartmentId>();
        departments.add(lead);
        loaded.procedure()
                .tree()
                .steps()
                .filter(step -> step.kind().inTree())
                .map(step -> lanes.require(step.department(), loaded.file().jurisdiction()))
                .filter(one -> !one.equals(lead))
                .distinct()
                .forEach(departments::add);
        return departments.stream()
                .map(one -> new Eligible(one, lanes.name(one), one.equals(lead), people(one)))
                .toList();
    }

    private List<SiteVisit.Person> people(DepartmentId department) {
        return deciders.of(department).stream()
                .map(user -> new SiteVisit.Person(user.id().value(), user.name()))
                .toList();
    }

    /** Why a visit cannot be held with these; null when it can. */
    @Nullable
    CaseOutcome refusal(LoadedCase loaded, List<AccountId> people) {
        var left = new HashSet<>(people);
        for (var one : eligible(loaded)) {
            var chosen = chosen(one, people);
            if (one.lead() && chosen.size() < CaseVisits.FEWEST) {
                var gone = gone(loaded, people);
                return gone == null ? new CaseOutcome.TooFewPeople(one.name(), CaseVisits.FEWEST) : gone;
            }
            chosen.forEach(person -> left.remove(new AccountId(person.account())));
        }
        return left.isEmpty()
                ? null
                : new CaseOutcome.PersonGone(deciders.name(left.iterator().next()));
    }

    private @Nullable CaseOutcome gone(LoadedCase loaded, List<AccountId> people) {
        var known = eligible(loaded).stream()
                .flatMap(one -> one.people().stream())
                .map(person -> new AccountId(person.account()))
                .collect(Collectors.toSet());
        return people.stream()
                .filter(one -> !known.contains(one))
                .findFirst()
                .<CaseOutcome>map(one -> new CaseOutcome.PersonGone(deciders.name(one)))
                .orElse(null);
    }

    private static List<SiteVisit.Person> chosen(Eligible one, List<AccountId> people) {
        return one.people().stream()
                .filter(person -> people.contains(new AccountId(person.account())))
                .toList();
    }

    /** One for each department of which somebody takes part, with a task of its own. */
    List<SiteVisit.Party> parties(LoadedCase loaded, List<AccountId> people) {
        var serial = loaded.nextSerial();
        var parties = new ArrayList<SiteVisit.Party>();
        for (var one : eligible(loaded)) {
            var chosen = chosen(one, people);
            if (!chosen.isEmpty()) {
                parties.add(new SiteVisit.Party(one.department(), serial++, chosen, null, null, List.of(), null, null));
            }
        }
        return parties;
    }

    TaskRow task(SiteVisit.Party party, LocalDate heldOn, Instant at) {
        var step = new Block.Step(
                SiteVisit.STEP,
                texts.say(Locale.SIMPLIFIED_CHINESE, "casework.visit.task"),
                Block.StepKind.VISIT,
                party.department().value(),
                false,
                null,
                null,
                null,
                null,
                null);
        return TaskRow.open(party.task(), step, party.department(), heldOn, at);
    }

    static List<AccountId> accounts(SiteVisit visit) {
        return visit.parties().stream()
                .flatMap(party -> party.people().stream())
                .map(person -> new AccountId(person.account()))
                .toList();
    }

    /** “市市场监管局、市税务局”. */
    String names(SiteVisit visit) {
        return visit.parties().stream()
                .map(party -> lanes.name(party.department()))
                .collect(Collectors.joining(say("casework.sign.between")));
    }

    /** What each department found, one a line, for the record. */
    String findings(SiteVisit visit) {
        return visit.parties().stream().map(this::finding).collect(Collectors.joining("\n"));
    }

    private String finding(SiteVisit.Party party) {
        var people = party.people().stream()
                .map(SiteVisit.Person::name)
                .collect(Collectors.joining(say("casework.sign.between")));
        var result = party.result();
        return result == null
                ? say("casework.visit.line.missing", lanes.name(party.department()), people)
                : say(
                        "casework.visit.line",
                        lanes.name(party.department()),
                        people,
                        say("casework.visit.result." + result),
                        String.valueOf(party.words()).replace('\n', ' '),
                        String.valueOf(party.foundName()),
                        party.files().size());
    }

    String name(DepartmentId department) {
        return lanes.name(department);
    }

    private String say(String key, Object... args) {
        return texts.say(Locale.SIMPLIFIED_CHINESE, key, args);
    }
}
