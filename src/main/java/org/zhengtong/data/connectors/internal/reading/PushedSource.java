package org.zhengtong.data.connectors.internal.reading;

import java.util.List;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.data.connectors.Contract.SourceColumn;
import org.zhengtong.data.registers.RowSource;

/** A source that comes by itself: there is nothing to reach, and its columns are known with its first request. */
record PushedSource() implements OpenSource {

    @Override
    public JobNote greeting() {
        return JobNote.of("connectors.tested.push");
    }

    @Override
    public List<SourceColumn> columns() {
        return List.of();
    }

    @Override
    public String slice(String watermark) {
        return "";
    }

    @Override
    public RowSource rows(String slice) {
        throw new IllegalStateException("Nothing is read from who pushes");
    }

    @Override
    public String after(String slice, String watermark) {
        return watermark;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
