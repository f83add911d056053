package org.zhengtong.service.supervision;

import java.time.LocalDate;
import java.util.List;

/** Judges anew from events alone, without a look at the cards, and issues nothing. The same days give the same answer. */
public interface Recount {

    /** What the versions in force make of a span of days, as far as it could be known at the end of {@code asOf}. */
    List<Charge> byRulesInForce(LocalDate from, LocalDate to, LocalDate asOf);

    /** What these rules would have made of it. */
    List<Charge> byRules(List<SupervisionRule> rules, LocalDate from, LocalDate to, LocalDate asOf);
}
