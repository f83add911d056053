package org.zhengtong.data.registers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.zhengtong.data.registers.internal.source.FileRows;

/** Files as rows: CSV in any usual encoding, XLSX, GeoJSON, JSON by lines. */
public final class RowFiles {

    private RowFiles() {}

    /** The rows of a file, whose kind its name says; nothing for an ending that is not known. */
    public static Optional<RowSource> of(Path file, String name) throws IOException {
        return FileRows.of(file, name);
    }
}
