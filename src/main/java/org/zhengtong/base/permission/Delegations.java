package org.zhengtong.base.permission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;

/** Handing a role of one's own over for a time. What was handed over cannot be handed on; an administrator's role never. */
public interface Delegations {
    /** The longest that a delegation may last. */
    int LONGEST_DAYS = 183;

    /** The roles that the user may hand over. */
    List<HeldRole> delegable(CurrentUser user);

    /** Hands a role over from the first day to the last, both included. */
    DelegationOutcome delegate(
            CurrentUser by, String key, AccountId to, LocalDate firstOn, LocalDate lastOn, String reason);

    /** Ends a delegation that the user gave or received; nothing when it has ended. */
    void end(CurrentUser by, long delegation);

    /** Delegations that the account gave or received, the latest first. */
    List<Delegation> of(AccountId account);

    /** A role handed over. */
    record Delegation(
            long id,
            AccountId from,
            AccountId to,
            RoleCode role,
            DataScope scope,
            Instant startsAt,
            Instant endsAt,
            String reason,
            Instant createdAt,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {

        /** Whether it is over at this moment. */
        public boolean over(Instant at) {
            return endedAt != null || !at.isBefore(endsAt);
        }
    }

    /** What became of a delegation. */
    sealed interface DelegationOutcome {
        /** It is made. */
        record Delegated(long id) implements DelegationOutcome {}

        /** It is not: the field and the text key of the reason. */
        record Refused(String field, String key) implements DelegationOutcome {}
    }
}
