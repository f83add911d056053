package org.zhengtong.base.identity;

import java.util.Optional;

/** How a node gets its first administrator: by a link that is shown once in the log of the start. */
public interface FirstAdministrator {

    /** Makes a new link's secret and forgets the one before; empty as soon as an administrator exists. */
    Optional<String> renewLink();

    /** Whether the secret of a link still opens the page. */
    boolean isOpen(String secret);

    /** Makes the administrator and uses the link up; refusals leave it as it was. */
    RegistrationOutcome appoint(String secret, String name, String signInName, NewPassword password);
}
