package org.zhengtong.data.registers.internal.matching;

import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkProgress;

/** Work that nobody watches. */
record Quiet(boolean canceled) implements WorkProgress {
    @Override
    public WorkId id() {
        return new WorkId(1);
    }

    @Override
    public long done() {
        return 0;
    }

    @Override
    public void expect(long total) {}

    @Override
    public void advance(long done, long setAside) {}

    @Override
    public void say(JobNote message) {}
}
