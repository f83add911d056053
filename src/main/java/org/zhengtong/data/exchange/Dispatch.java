package org.zhengtong.data.exchange;

/** Sends envelopes. */
public interface Dispatch {

    /**
     * Stores an envelope in the caller's transaction; it leaves after the commit, and is lost with a rollback. Fails with
     * {@link ExchangeProblem} when the receiver is not known, was revoked, or cannot read what is encrypted.
     */
    EnvelopeId send(EnvelopeRequest request);
}
