package org.zhengtong.service.supervision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/**
 * One version of the rules (监察规则的一版).
 *
 * @param validFrom what happens from this day on is judged by it
 * @param basedOn the version it was copied from; null when a pack brought it
 * @param draftedBy who wrote it; null when a pack brought it
 * @param words why it was sent back to its author; empty when it was not
 */
public record RuleSet(
        String version,
        String name,
        RuleSetState state,
        LocalDate validFrom,
        @Nullable String basedOn,
        @Nullable AccountId draftedBy,
        String draftedName,
        String decidedName,
        String words,
        List<SupervisionRule> rules) {

    public RuleSet {
        rules = List.copyOf(rules);
    }
}
