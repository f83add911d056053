package org.zhengtong.base.identity;

import java.util.Set;

/** The person who acts for an enterprise at this request; {@code matters} empty for all. */
public record Acting(AccountId agent, String agentName, Set<String> matters) {
    public Acting {
        matters = Set.copyOf(matters);
    }
}
