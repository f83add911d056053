package org.zhengtong.data.mediation.internal.call;

/** What no service may exceed: a request and an answer stand in memory while they pass. */
public final class CallLimits {

    /** Largest request and answer that can be declared, in octets. */
    public static final int LARGEST = 32 << 20;

    /** A frame with the largest body, its head and what the frame adds. */
    static final int LONGEST_FRAME = LARGEST + (1 << 18);

    private CallLimits() {}
}
