package org.zhengtong.service.casework;

/** What a department decides on its step (准予 / 不予). */
public sealed interface Decision {

    /** The reasoning that the applicant will read. */
    String opinion();

    /** Granted (准予). */
    record Granted(String opinion) implements Decision {}

    /**
     * Denied (不予), with reasons and the ways of review and suit (行政许可法 第三十八条).
     *
     * @param reasons at least ten characters
     * @param remedies where and until when the applicant may seek review or sue
     */
    record Denied(String opinion, String reasons, String remedies) implements Decision {}
}
