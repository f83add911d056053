package org.zhengtong.base.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Enterprises and their agents: who may act for whom, in what, and how long. */
public interface Agencies {

    /** What the enterprise typed; {@code matters} empty for all. */
    record Typed(String name, String number, Set<String> matters, String endsOn) {}

    /** What became of an invitation. */
    sealed interface Outcome {

        /** The agent was invited and told. */
        record Invited(long agency) implements Outcome {}

        /** Nobody was invited, because of these fields. */
        record Refused(List<FieldRefusal> refusals) implements Outcome {}
    }

    /** The authorizations an account gave or got, the newest first. */
    List<Agency> of(AccountId account);

    /** Invites a citizen whose name and number belong to an account; for the enterprise itself. */
    Outcome invite(CurrentUser enterprise, Typed typed);

    /** The agent agrees. */
    void accept(CurrentUser agent, long agency);

    /** Either side ends it, or the agent declines. */
    void end(CurrentUser either, long agency);

    /** The agent begins or ceases to act for the enterprise; recorded. */
    boolean beginActing(CurrentUser agent, long agency);

    /** The authorization by which this account acts now, if it still stands. */
    Optional<Agency> standing(AccountId agent, long agency);

    /** Today, as authorizations count it. */
    LocalDate today();
}
