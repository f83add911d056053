package org.zhengtong.base.files.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.core.io.Resource;
import org.zhengtong.base.files.internal.ContentFolder.Arrived;

/** Where contents lie for good, each under its SHA-256. */
interface Contents {
    /** Puts the content in its place in one step; content that lies there already stays. */
    void place(Arrived arrived) throws IOException;

    boolean holds(String digest);

    /** The bytes; readable many times. */
    Resource open(String digest, long size);

    /** The content as a file of this machine for as long as it is open. */
    Local local(String digest) throws IOException;

    void remove(String digest);

    /** A file to read, and what is to be done when it was read. */
    interface Local extends AutoCloseable {
        Path path();

        @Override
        void close() throws IOException;
    }
}
