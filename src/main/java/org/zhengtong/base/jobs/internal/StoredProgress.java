package org.zhengtong.base.jobs.internal;

import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkProgress;

/** Progress that goes straight into the table. */
record StoredProgress(WorkId id, long done, WorkStore works) implements WorkProgress {

    @Override
    public void expect(long total) {
        works.expect(id, total);
    }

    @Override
    public void advance(long done, long setAside) {
        works.advance(id, done, setAside);
    }

    @Override
    public void say(JobNote message) {
        works.say(id, message);
    }

    @Override
    public boolean canceled() {
        return works.cancelAsked(id);
    }
}
