package org.zhengtong.base.identity;

import java.time.Instant;

/**
 * That an account's holder is who he says (实名认证).
 *
 * @param detail the kind of document seen, the certificate's number, or the receipt of the source
 * @param checkedBy the clerk, or the source's name
 */
public record RealName(Method method, String detail, String checkedBy, Instant checkedAt) {

    /** How it was found out. */
    public enum Method {
        /** A clerk saw the person and the document. */
        COUNTER,
        /** The person proved to hold a certificate in this name. */
        CERTIFICATE,
        /** A source that knows names and numbers confirmed them. */
        SOURCE
    }
}
