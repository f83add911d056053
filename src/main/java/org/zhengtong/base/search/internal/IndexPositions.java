package org.zhengtong.base.search.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How far an index has followed its feeds.
 *
 * @param edition which making anew it belongs to
 * @param settled position of each feed by its name
 */
record IndexPositions(int edition, Map<String, Long> settled) {
    /** Changes with the fields of the index: an index with other fields is made anew. */
    private static final int FIELDS = 1;

    private static final String FILE = "positions.properties";

    IndexPositions {
        settled = Map.copyOf(settled);
    }

    String written() {
        var lines = new StringBuilder("fields=" + FIELDS + "\nedition=" + edition + "\n");
        new TreeMap<>(settled)
                .forEach((name, position) -> lines.append("feed.")
                        .append(name)
                        .append('=')
                        .append(position)
                        .append('\n'));
        return lines.toString();
    }

    /** Empty when it was written for other fields, or is not readable to this program. */
    static Optional<IndexPositions> parse(String written) {
        var lines = new Properties();
        try {
            lines.load(new StringReader(written));
            var settled = new TreeMap<String, Long>();
            for (var name : lines.stringPropertyNames()) {
                if (name.startsWith("feed.")) {
                    settled.put(name.substring(5), Long.valueOf(lines.getProperty(name)));
                }
            }
            return Integer.parseInt(lines.getProperty("fields", "0")) == FIELDS
                    ? Optional.of(new IndexPositions(Integer.parseInt(lines.getProperty("edition", "0")), settled))
                    : Optional.empty();
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    void write(Path folder) {
        try {
            var fresh = folder.resolve(FILE + ".new");
            Files.writeString(fresh, written());
            Files.move(
                    fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when the index was never finished, or is not readable to this program. */
    static Optional<IndexPositions> read(Path folder) {
        try {
            return parse(Files.readString(folder.resolve(FILE)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
