package org.zhengtong.service.supervision.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.CaseFacts;
import org.zhengtong.service.feedback.Complaints;
import org.zhengtong.service.feedback.Ratings;
import org.zhengtong.service.feedback.ServiceRating;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.Charge;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.SupervisionRule;

/** Everything that events of a time give rise to under the rules, by one query for each kind of fact. */
@Component
class Charges {

    /** No step of a complaint lasts longer; what was filed earlier and is open is looked at anyway. */
    private static final int LONGEST_COMPLAINT_DAYS = 90;

    private final CaseFacts facts;
    private final Complaints complaints;
    private final Ratings ratings;
    private final CardStore cards;
    private final ClockCharges clocks;
    private final Clock clock;

    Charges(
            CaseFacts facts,
            Complaints complaints,
            Ratings ratings,
            CardStore cards,
            ClockCharges clocks,
            Clock clock) {
        this.facts = facts;
        this.complaints = complaints;
        this.ratings = ratings;
        this.cards = cards;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** Those of a span of days, as far as known at the end of {@code asOf}. */
    List<Charge> between(LocalDate from, LocalDate to, LocalDate asOf, RuleTimeline rules) {
        var all = new ArrayList<Charge>();
        overdue(from, to, asOf, rules)
                .filter(charge ->
                        !charge.countsOn().isBefore(from) && !charge.countsOn().isAfter(to))
                .forEach(all::add);
        all.addAll(deeds(from, to, rules));
        all.sort(Comparator.comparing(Charge::countsOn)
                .thenComparing(Charge::subject)
                .thenComparing(Charge::step));
        return all;
    }

    /** Late clocks and complaints of any day that were still waiting on {@code from} or later. */
    Stream<Charge> overdue(LocalDate from, LocalDate to, LocalDate asOf, RuleTimeline rules) {
        return Stream.concat(
                facts.exceeded(to, from).stream().flatMap(each -> clocks.of(each, asOf, rules).stream()),
                complaints.late(from.minusDays(LONGEST_COMPLAINT_DAYS), to).stream()
                        .flatMap(each -> clocks.of(each, asOf, rules).stream()));
    }

    /** What was done on one of these days. */
    List<Charge> deeds(LocalDate from, LocalDate to, RuleTimeline rules) {
        var begin = from.atStartOfDay(clock.getZone()).toInstant();
        var end = to.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        var all = new ArrayList<Charge>();
        var refusals = most(rules, RuleKind.REASON_TOO_SHORT);
        if (refusals > 0) {
            facts.refusalsWithReasonBelow(refusals, begin, end)
                    .forEach(deed -> add(all, rules, RuleKind.REASON_TOO_SHORT, deed));
        }
        var denials = most(rules, RuleKind.DENIAL_REASON_TOO_SHORT);
        if (denials > 0) {
            facts.denialsWithReasonBelow(denials, begin, end)
                    .forEach(deed -> add(all, rules, RuleKind.DENIAL_REASON_TOO_SHORT, deed));
        }
        if (most(rules, RuleKind.BAD_RATING) > 0) {
            ratings.badBetween(begin, end).forEach(rating -> add(all, rules, rating));
        }
        if (most(rules, RuleKind.ORDER_ISSUED) > 0) {
            cards.orders(begin, end).forEach(order -> add(all, rules, order));
        }
        return all;
    }

    private static int most(RuleTimeline rules, RuleKind kind) {
        return rules.all(kind).mapToInt(SupervisionRule::threshold).max().orElse(0);
    }

    private void add(List<Charge> all, RuleTimeline rules, RuleKind kind, CaseFacts.Deed deed) {
        var on = day(deed.at());
        var rule = strictest(rules, on, each -> each.kind() == kind && deed.characters() < each.threshold());
        if (rule != null) {
            all.add(new Charge(
                    rule,
                    deed.number().value(),
                    deed.step(),
                    "",
                    deed.itemName(),
                    deed.division(),
                    deed.department(),
                    deed.receivedOn(),
                    null,
                    true,
                    on,
                    null));
        }
    }

    private void add(List<Charge> all, RuleTimeline rules, ServiceRating rating) {
        var on = day(rating.ratedAt());
        var code = rating.satisfaction().code();
        var rule = strictest(rules, on, each -> each.kind() == RuleKind.BAD_RATING && code >= each.threshold());
        if (rule != null) {
            all.add(new Charge(
                    rule,
                    rating.number().value(),
                    "",
                    "",
                    rating.itemName(),
                    rating.department().division(),
                    rating.department(),
                    null,
                    null,
                    false,
                    on,
                    null));
        }
    }

    private void add(List<Charge> all, RuleTimeline rules, CardStore.Order order) {
        var on = day(order.at());
        var rule = strictest(rules, on, each -> each.kind() == RuleKind.ORDER_ISSUED);
        if (rule != null) {
            var card = order.card();
            all.add(new Charge(
                    rule,
                    card.subject(),
                    "urging-" + order.event(),
                    card.title(),
                    card.itemName(),
                    card.division(),
                    card.department(),
                    null,
                    null,
                    false,
                    on,
                    null));
        }
    }

    private static @Nullable SupervisionRule strictest(
            RuleTimeline rules, LocalDate on, Predicate<SupervisionRule> met) {
        return rules.on(on).stream()
                .filter(met)
                .filter(rule -> rule.level() != null)
                .max(Comparator.comparing(rule -> rule.level() == CardLevel.RED))
                .orElse(null);
    }

    private LocalDate day(Instant at) {
        return at.atZone(clock.getZone()).toLocalDate();
    }
}
