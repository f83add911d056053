package org.zhengtong.base.database.internal;

/** Marks the time in which the running thread's queries may be answered by a replica. */
public final class MayBeOld implements AutoCloseable {

    private static final ThreadLocal<Boolean> BOUND = new ThreadLocal<>();

    private MayBeOld() {}

    public static MayBeOld bind() {
        BOUND.set(true);
        return new MayBeOld();
    }

    public static boolean bound() {
        return Boolean.TRUE.equals(BOUND.get());
    }

    @Override
    public void close() {
        BOUND.remove();
    }
}
