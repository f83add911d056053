package org.zhengtong.service.casework;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/**
 * A case that had come to its end is handled anew, told inside the transaction: what it had led to is revoked.
 *
 * @param document number of the decision that revoked the first one
 * @param undone steps whose results do not count any more
 * @param by who confirmed it
 */
public record CaseReopened(
        CaseNumber number,
        Reopening.Kind kind,
        String document,
        Set<String> undone,
        @Nullable AccountId applicant,
        AccountId by,
        String byName,
        Instant at) {

    public CaseReopened {
        undone = Set.copyOf(undone);
    }
}
