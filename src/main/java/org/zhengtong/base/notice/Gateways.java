package org.zhengtong.base.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.Actor;

/** The ways out as they are configured; no secret is ever part of what is said here. */
public interface Gateways {

    List<Gateway> list();

    /** Sends a test through the outbox; the delivery's number, or why not. */
    TestOutcome test(Channel channel, String address, Actor by);

    /**
     * One way out.
     *
     * @param facts what is configured, as names of settings and values; of a secret only whether it is set
     * @param lastSentAt when something last left through it
     * @param lastFailure what the other side said when it last failed, if that is newer
     */
    record Gateway(
            Channel channel,
            boolean configured,
            List<Fact> facts,
            @Nullable Instant lastSentAt,
            @Nullable String lastFailure) {}

    /** One setting; {@code value} is null for one that is not set. */
    record Fact(String setting, @Nullable String value, boolean secret) {}

    /** What came of asking for a test. */
    sealed interface TestOutcome {
        record Queued(long delivery) implements TestOutcome {}

        record NotAnAddress() implements TestOutcome {}

        record NotConfigured() implements TestOutcome {}
    }
}
