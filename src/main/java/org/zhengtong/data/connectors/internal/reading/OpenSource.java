package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.util.List;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.data.connectors.Contract.SourceColumn;
import org.zhengtong.data.registers.RowSource;

/** A source, reached. */
public interface OpenSource extends AutoCloseable {

    /** What the connection test says when all is well. */
    JobNote greeting() throws IOException;

    /** The columns of what the contract reads. */
    List<SourceColumn> columns() throws IOException;

    /** What there is to read after a watermark, fixed now; a run that is interrupted reads the same. Empty when nothing is new. */
    String slice(String watermark) throws IOException;

    /** The rows of a slice, with the columns of {@link #columns}. */
    RowSource rows(String slice) throws IOException;

    /** The watermark when the whole slice is read. */
    String after(String slice, String watermark);

    /** All is in the register: what was read may be marked as done. */
    default void settle(String slice, long run) throws IOException {}

    @Override
    void close() throws IOException;
}
