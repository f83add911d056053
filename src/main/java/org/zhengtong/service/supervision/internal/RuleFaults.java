package org.zhengtong.service.supervision.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.zhengtong.service.feedback.Satisfaction;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.RuleOutcome.Fault;
import org.zhengtong.service.supervision.RuleSet;
import org.zhengtong.service.supervision.RuleSets;
import org.zhengtong.service.supervision.SupervisionRule;

/** What is wrong with rules that somebody wrote. */
final class RuleFaults {

    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,19}");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_DAYS = 60;
    private static final int MOST_CHARACTERS = 200;
    private static final BigDecimal MOST_POINTS = new BigDecimal("20");

    private RuleFaults() {}

    /** A version never reaches back: it holds from tomorrow at the earliest. */
    static List<Fault> of(RuleSets.Head head, LocalDate today, List<RuleSet> others) {
        var faults = new ArrayList<Fault>();
        if (!VERSION.matcher(head.version()).matches()) {
            faults.add(new Fault("version", "supervision.rules.fault.version"));
        }
        if (others.stream().anyMatch(other -> other.version().equals(head.version()))) {
            faults.add(new Fault("version", "supervision.rules.fault.version_taken"));
        }
        if (outside(head.name(), LONGEST_NAME)) {
            faults.add(new Fault("name", "supervision.rules.fault.name"));
        }
        if (!head.validFrom().isAfter(today)) {
            faults.add(new Fault("validFrom", "supervision.rules.fault.valid_from"));
        }
        return faults;
    }

    private static boolean outside(String text, int longest) {
        return text.isBlank() || text.length() > longest;
    }

    static List<Fault> of(SupervisionRule rule) {
        var faults = new ArrayList<Fault>();
        if (outside(rule.name(), LONGEST_NAME)) {
            faults.add(new Fault("name", "supervision.rules.fault.name"));
        }
        if (outside(rule.text(), LONGEST_TEXT)) {
            faults.add(new Fault("text", "supervision.rules.fault.text"));
        }
        if (outside(rule.source(), LONGEST_TEXT)) {
            faults.add(new Fault("source", "supervision.rules.fault.source"));
        }
        if (!thresholdFits(rule)) {
            faults.add(new Fault("threshold", "supervision.rules.fault.threshold"));
        }
        if ((rule.kind() == RuleKind.BEFORE_LIMIT) != (rule.level() == null)) {
            faults.add(new Fault("level", "supervision.rules.fault.level"));
        }
        var points = rule.points();
        if (points.signum() < 0
                || points.compareTo(MOST_POINTS) > 0
                || points.stripTrailingZeros().scale() > 1) {
            faults.add(new Fault("points", "supervision.rules.fault.points"));
        }
        return faults;
    }

    private static boolean thresholdFits(SupervisionRule rule) {
        var least = rule.kind().measure() == RuleKind.Measure.SATISFACTION ? Satisfaction.DISSATISFIED.code() : 1;
        var most = switch (rule.kind().measure()) {
            case DAYS -> MOST_DAYS;
            case CHARACTERS -> MOST_CHARACTERS;
            case SATISFACTION -> Satisfaction.VERY_DISSATISFIED.code();
            case NONE -> 1;
        };
        return rule.threshold() >= least && rule.threshold() <= most;
    }
}
