package org.zhengtong.app.hall.web.filing;

/** Numbers as pages show them: the beginning and the last four. */
public final class Masked {

    private static final int ENDS = 8;

    private Masked() {}

    /** Citizen number or credit code: {@code 3701**********2027}. */
    public static String number(String value) {
        return value.length() <= ENDS
                ? "****"
                : value.substring(0, 4) + "*".repeat(value.length() - ENDS) + value.substring(value.length() - 4);
    }

    /** Mobile number: {@code 138****0426}. */
    public static String mobile(String value) {
        return value.length() <= ENDS ? "****" : value.substring(0, 3) + "****" + value.substring(value.length() - 4);
    }
}
