package org.zhengtong.base.certificates.web;

import org.jspecify.annotations.Nullable;

/** Reason, words and the confirmation that a revocation demands. */
record RevocationForm(String reason, String why, @Nullable String sure) {

    RevocationForm {
        reason = reason == null ? "" : reason;
        why = why == null ? "" : why;
    }
}
