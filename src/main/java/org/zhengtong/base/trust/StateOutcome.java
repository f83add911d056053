package org.zhengtong.base.trust;

/** What became of a decision about a certificate's state. */
public sealed interface StateOutcome {

    /** Done; revocation list and status answers say so from now on. */
    record Changed(Certificate certificate) implements StateOutcome {}

    /** The certificate's present state does not allow it: what is revoked stays revoked, only what is suspended can be restored. */
    record Refused(Certificate certificate) implements StateOutcome {}
}
