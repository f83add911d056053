package org.zhengtong.base.audit;

/** From where the present thread acts: the client's address in a request, the job's name in a job. */
public final class AuditOrigin {

    private static final ThreadLocal<String> ORIGIN = new ThreadLocal<>();

    private AuditOrigin() {}

    /** The origin bound to this thread; empty when none is. */
    public static String current() {
        var origin = ORIGIN.get();
        return origin == null ? "" : origin;
    }

    /** Binds the origin to this thread until the returned binding is closed: {@code try (var origin = AuditOrigin.bind(address)) {…}}. */
    public static Binding bind(String origin) {
        var before = ORIGIN.get();
        ORIGIN.set(origin);
        return () -> {
            if (before == null) {
                ORIGIN.remove();
            } else {
                ORIGIN.set(before);
            }
        };
    }

    /** Ends the binding; the thread has the origin again that it had before. */
    @FunctionalInterface
    public interface Binding extends AutoCloseable {
        @Override
        void close();
    }
}
