package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhengtong.base.jobs.JobNote;

/** Where files lie that somebody else writes. */
interface FilePlace extends AutoCloseable {

    /** Files that were taken are moved here, if that may be written. */
    String DONE = "done";

    /** A file as it is listed. */
    record Found(String name, long size, Instant modified) {}

    /** What the connection test says when so many files can be seen. */
    JobNote greeting(int files);

    /** All ordinary files, in the order of their names; links are none. */
    List<Found> files() throws IOException;

    /** The content of a file on this machine, or nothing when there is no such file; it stays there until this place is closed. */
    Optional<Path> content(String name, boolean done) throws IOException;

    void moveAway(String name) throws IOException;

    @Override
    void close() throws IOException;
}
