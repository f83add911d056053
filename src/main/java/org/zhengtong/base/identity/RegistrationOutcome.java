package org.zhengtong.base.identity;

import java.util.List;

/** What became of a registration. */
public sealed interface RegistrationOutcome {

    /** The account is open. */
    record Registered(AccountId account) implements RegistrationOutcome {}

    /** Nothing was opened, because of all these fields. */
    record Refused(List<FieldRefusal> refusals) implements RegistrationOutcome {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
