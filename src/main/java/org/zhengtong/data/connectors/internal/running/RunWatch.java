package org.zhengtong.data.connectors.internal.running;

import java.time.LocalTime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.registers.LoadReport.Counts;
import org.zhengtong.data.registers.RegisterLoading.LoadWatch;

/** Stops between two chunks when somebody asks for it, or when the time for loading is over. */
record RunWatch(WorkProgress progress, Contract.@Nullable Window window, Supplier<LocalTime> now) implements LoadWatch {

    @Override
    public void done(Counts chunk) {
        progress.advance(chunk.read() - chunk.setAside(), chunk.setAside());
    }

    @Override
    public boolean canceled() {
        return progress.canceled() || window != null && !window.covers(now.get());
    }
}
