package org.zhengtong.service.supervision.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.RuleSet;
import org.zhengtong.service.supervision.SupervisionRule;

/** Which rules were in force when: one version after the other, none before the first. */
record RuleTimeline(List<Span> spans) {

    /** One version's time, until the day before {@code before}. */
    record Span(LocalDate from, @Nullable LocalDate before, List<SupervisionRule> rules) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (before == null || day.isBefore(before));
        }

        boolean knows(RuleKind kind) {
            return rules.stream().anyMatch(rule -> rule.kind() == kind);
        }
    }

    /** Of approved versions, by the day from which they hold. */
    static RuleTimeline of(List<RuleSet> approved) {
        var spans = new ArrayList<Span>();
        for (var at = 0; at < approved.size(); at++) {
            var set = approved.get(at);
            var before = at + 1 < approved.size() ? approved.get(at + 1).validFrom() : null;
            spans.add(new Span(set.validFrom(), before, set.rules()));
        }
        return new RuleTimeline(spans);
    }

    /** As if these rules had always been in force. */
    static RuleTimeline always(List<SupervisionRule> rules) {
        return new RuleTimeline(List.of(new Span(LocalDate.MIN, null, rules)));
    }

    List<SupervisionRule> on(LocalDate day) {
        return spans.stream()
                .filter(span -> span.holds(day))
                .findFirst()
                .map(Span::rules)
                .orElseGet(List::of);
    }

    /** Rules of one kind, of all versions. */
    Stream<SupervisionRule> all(RuleKind kind) {
        return spans.stream().flatMap(span -> span.rules().stream()).filter(rule -> rule.kind() == kind);
    }
}
