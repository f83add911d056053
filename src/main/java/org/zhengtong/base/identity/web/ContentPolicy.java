package org.zhengtong.base.identity.web;

/** What a page of ours may load and where its forms may go (Content Security Policy). */
public final class ContentPolicy {
    private static final String BEFORE = "default-src 'self'; img-src 'self' data:; style-src 'self'; "
            + "script-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'";
    private static final String AFTER = "; frame-ancestors 'none'";

    static final String USUAL = BEFORE + AFTER;

    private ContentPolicy() {}

    /** The same for a page whose form ends at other sites; {@code origins} are parted by spaces. */
    public static String alsoSendingTo(String origins) {
        return BEFORE + " " + origins + AFTER;
    }
}
