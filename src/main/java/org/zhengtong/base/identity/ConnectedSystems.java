package org.zhengtong.base.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The systems that let their users sign in here (统一身份认证), and what people agreed to give them. */
public interface ConnectedSystems {
    /** The permission to connect and close systems. */
    String CONNECT = "identity.connect_system";

    /** What was typed to connect a system; addresses one a line. */
    record Typed(String name, String redirectUris, String logoutUris, boolean confidential) {}

    /** What became of it. */
    sealed interface Outcome {

        /** Connected; the secret is told this once and empty for a system that keeps none. */
        record Connected(ConnectedSystem system, String secret) implements Outcome {}

        /** Not connected, because of these fields. */
        record Refused(List<FieldRefusal> refusals) implements Outcome {}
    }

    /** A system that somebody agreed to, and what it learns. */
    record Consent(long system, String name, List<String> scopes, Instant givenAt) {}

    /** All systems by name, the closed ones last; {@code text} is part of a name or of an address. */
    List<ConnectedSystem> search(String text);

    /** A system that is not closed. */
    Optional<ConnectedSystem> findOpen(String clientId);

    /** The open system with this secret, when it calls by itself and not for a user. */
    default Optional<ConnectedSystem> authenticate(String clientId, String secret) {
        return Optional.empty();
    }

    /** Connects a system; needs {@link #CONNECT}. */
    Outcome connect(CurrentUser by, Typed typed);

    /** A new secret; the one before opens nothing any more. Needs {@link #CONNECT}. */
    String renewSecret(CurrentUser by, long system);

    /** Shuts a system out: nobody signs in to it any more, and what it was given is void. Needs {@link #CONNECT}. */
    void close(CurrentUser by, long system);

    /** Lets a closed system in again. Needs {@link #CONNECT}. */
    void reopen(CurrentUser by, long system);

    /** What one agreed to. */
    List<Consent> consents(AccountId account);

    /** Takes one's consent back; what the system was given is void. */
    void withdraw(CurrentUser user, long system);
}
