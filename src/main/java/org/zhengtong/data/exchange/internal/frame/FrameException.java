package org.zhengtong.data.exchange.internal.frame;

import org.zhengtong.data.exchange.EnvelopeFault;

/** Bytes that are no good frame. */
public class FrameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final EnvelopeFault fault;

    public FrameException(EnvelopeFault fault) {
        super(fault.name());
        this.fault = fault;
    }

    public EnvelopeFault fault() {
        return fault;
    }
}
