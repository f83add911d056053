package org.zhengtong.data.connectors;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.jobs.JobNote;

/** A source cannot be read; says why in words for people. */
public final class SourceException extends IOException {

    private static final long serialVersionUID = 1L;

    private final SourceFault fault;
    private final transient List<String> args;

    public SourceException(SourceFault fault, @Nullable Throwable cause, Object... args) {
        super(fault + " " + Arrays.toString(args), cause);
        this.fault = fault;
        this.args = Arrays.stream(args).map(String::valueOf).toList();
    }

    public static SourceException of(SourceFault fault, Object... args) {
        return new SourceException(fault, null, args);
    }

    public SourceFault fault() {
        return fault;
    }

    /** The reason as a sentence. */
    public JobNote note() {
        return new JobNote(fault.key(), args);
    }
}
