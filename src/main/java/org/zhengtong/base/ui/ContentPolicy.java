package org.zhengtong.base.ui;

/** What a page of ours may load and where its forms may go (Content Security Policy). */
public final class ContentPolicy {

    /** Name of the answer's header. */
    public static final String HEADER = "Content-Security-Policy";

    /** The policy of every page. */
    public static final String USUAL = policy("", "");

    private ContentPolicy() {}

    /** The same for a page whose form ends at other sites; {@code origins} are parted by spaces. */
    public static String alsoSendingTo(String origins) {
        return policy("", " " + origins);
    }

    /** The same, but pictures may also come from this origin, such as {@code https://t0.tianditu.gov.cn}. */
    public static String withImagesFrom(String origin) {
        return policy(" " + origin, "");
    }

    private static String policy(String imageOrigins, String formOrigins) {
        return "default-src 'self'; img-src 'self' data:" + imageOrigins + "; style-src 'self'; script-src 'self'; "
                + "object-src 'none'; base-uri 'self'; form-action 'self'" + formOrigins + "; frame-ancestors 'none'";
    }
}
