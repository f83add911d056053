package org.zhengtong.app.hall;

import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkProgress;

/** Progress that nobody watches. */
final class NoProgress implements WorkProgress {
    @Override
    public WorkId id() {
        return new WorkId(1);
    }

    @Override
    public long done() {
        return 0;
    }

    @Override
    public void expect(long total) {
        // nobody watches
    }

    @Override
    public void advance(long done, long setAside) {
        // nobody watches
    }

    @Override
    public void say(JobNote message) {
        // nobody watches
    }

    @Override
    public boolean canceled() {
        return false;
    }
}
