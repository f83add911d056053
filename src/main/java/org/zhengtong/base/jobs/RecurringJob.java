package org.zhengtong.base.jobs;

/**
 * Work that a room does again and again: declare it as a bean. It runs on one instance at a time, and again if that instance
 * died over it; so it must not mind running twice.
 */
public interface RecurringJob {

    /** Stable name such as {@code supervision.judge}. */
    String name();

    JobSchedule schedule();

    /** Does the work once and says what came of it. */
    JobNote run();

    /** Key of the title that the progress page shows. */
    default String titleKey() {
        return name() + ".job";
    }
}
