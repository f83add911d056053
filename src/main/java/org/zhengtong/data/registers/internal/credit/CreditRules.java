package org.zhengtong.data.registers.internal.credit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The limits of publicity, of all texts that were ever in force. */
public record CreditRules(List<Rule> rules) {

    public CreditRules {
        rules = List.copyOf(rules);
    }

    /** What has a limit. */
    public enum Act {
        /** Working days from a decision to its publication. */
        PUBLISH,
        /** Working days until an objection is answered. */
        OBJECTION,
        /** Working days until a request for repair is answered. */
        REPAIR,
        /** Months for which a penalty stays public at least. */
        LEAST_PUBLIC;

        /** How its amount is counted. */
        String unit() {
            return this == LEAST_PUBLIC ? "MONTHS" : "WORKING_DAYS";
        }
    }

    /** One limit with the text it comes from. */
    public record Rule(Act act, int amount, String basis, LocalDate validFrom) {}

    /** The limit of the text in force on a day; the oldest that is known for days before it. */
    public int on(Act act, LocalDate day) {
        var all = rules.stream().filter(rule -> rule.act() == act).toList();
        return all.stream()
                .filter(rule -> !rule.validFrom().isAfter(day))
                .max(Comparator.comparing(Rule::validFrom))
                .or(() -> all.stream().min(Comparator.comparing(Rule::validFrom)))
                .orElseThrow(() -> new IllegalStateException("No limit for " + act))
                .amount();
    }
}
