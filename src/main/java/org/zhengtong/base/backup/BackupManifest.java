package org.zhengtong.base.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in an archive: its file {@code manifest.json}.
 *
 * @param kind always {@link #KIND}
 * @param format version of the archive's form
 * @param program version of the program that made it
 * @param postgres version of the database server it was made from
 * @param at moment of the snapshot
 * @param rooms version of the tables of each room
 */
public record BackupManifest(
        String kind,
        int format,
        String program,
        String postgres,
        Instant at,
        Map<String, Integer> rooms,
        List<Table> tables,
        List<Sequence> sequences,
        List<StoredFile> files) {

    /** What is missing or impossible is found here, not when half of a node is restored. */
    public BackupManifest {
        rooms = Map.copyOf(rooms);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        files = List.copyOf(files);
    }

    /** How an archive of this program is known. */
    public static final String KIND = "zhengtong-backup";

    /** The form that this program writes, and the newest it reads. */
    public static final int FORMAT = 1;

    /**
     * One table's rows as {@code COPY} wrote them.
     *
     * @param columns the columns in their order, generated ones left out
     * @param make how to make the table when no migration of a room does
     * @param digest SHA-256 of the rows' file, in hexadecimal digits
     */
    public record Table(String schema, String name, List<String> columns, List<String> make, long rows, String digest) {
        public Table {
            columns = List.copyOf(columns);
            make = List.copyOf(make);
        }

        /** Name of the file within the archive. */
        public String entry() {
            return "database/" + schema + "/" + name + ".copy";
        }
    }

    /** Where a sequence stands; without a last value it was never asked. */
    public record Sequence(
            String schema, String name, @Nullable Long last) {}

    /** A file of the node's folder; {@code path} with slashes. */
    public record StoredFile(String path, long size, String digest) {
        public StoredFile {
            if (path.isEmpty() || path.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("Not a path of a file: " + path);
            }
        }

        /** Name of the file within the archive. */
        public String entry() {
            return "folder/" + path;
        }
    }

    /** Rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
