package org.zhengtong.service.feedback;

/** The five levels of satisfaction (GB/T 39046-2020 table A.8), with the standard's codes. */
public enum Satisfaction {
    VERY_SATISFIED(1),
    SATISFIED(2),
    BASICALLY_SATISFIED(3),
    DISSATISFIED(4),
    VERY_DISSATISFIED(5);

    private final int code;

    Satisfaction(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Whether it opens a follow-up (差评回访). */
    public boolean bad() {
        return code >= DISSATISFIED.code;
    }
}
