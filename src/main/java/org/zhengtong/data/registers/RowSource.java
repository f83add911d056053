package org.zhengtong.data.registers;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows to load, from wherever they come. Opened again after a crash, from where the ledger says. */
public interface RowSource {

    /** Names of the columns, in the order of the values. */
    List<String> columns() throws IOException;

    /** The rows after a cursor, or all of them. The same cursor must give the same rows as long as the source is the same. */
    Rows open(@Nullable String cursor) throws IOException;

    /** How many rows there are, if that is known cheaply; -1 if not. */
    default long expected() {
        return -1;
    }

    /** How many rows may stand between two lines of the ledger: what is read slowly is kept more often. */
    default int mostInChunk() {
        return Integer.MAX_VALUE;
    }

    /** Rows one after the other. */
    interface Rows extends AutoCloseable {

        /** The values of the next row, null for none; null at the end. The array may be used again for the row after. */
        @Nullable
        String @Nullable [] next() throws IOException;

        /** Where the last row ends, for {@link RowSource#open}. */
        String cursor();

        @Override
        void close() throws IOException;
    }
}
