package org.zhengtong.data.registers.internal.loading;

import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.data.registers.LoadReport.Counts;
import org.zhengtong.data.registers.RegisterLoading.LoadWatch;

/** A load as long work that people see. */
public record ProgressWatch(WorkProgress progress) implements LoadWatch {

    @Override
    public void done(Counts chunk) {
        progress.advance(chunk.read() - chunk.setAside(), chunk.setAside());
    }

    @Override
    public boolean canceled() {
        return progress.canceled();
    }
}
