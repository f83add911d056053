package org.zhengtong.base.jobs;

/**
 * One kind of long work: declare it as a bean. After a crash the work is called again with what was done until then in
 * {@link WorkProgress#done()}; it goes on from there, or starts again where repeating does no harm.
 */
public interface LongWork {

    /** Stable name such as {@code items.import}. */
    String kind();

    /** Does the work; checks {@link WorkProgress#canceled()} between chunks and returns early when asked to. */
    JobNote run(String input, WorkProgress progress);
}
