package org.zhengtong.data.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Data for everybody (公共数据开放): how open resources are had, and the rows that are stored here. */
public interface OpenData {

    /** The open resource at an address; a problem when there is none or it is not open. */
    Resource require(String path);

    /** Files and services of a resource, in order. */
    List<Distribution> distributions(Resource resource);

    /** The table stored for a resource. */
    Optional<StoredTable> table(Resource resource);

    /** The first rows of its table. */
    List<List<String>> rows(Resource resource, int most);

    /** Hands over all rows, one by one. */
    void eachRow(Resource resource, Consumer<List<String>> each);

    /**
     * One way to have the data.
     *
     * @param location address or path on the platform it came from; may be empty
     */
    record Distribution(
            String id,
            Kind kind,
            String name,
            String format,
            @Nullable Long records,
            @Nullable Long bytes,
            String location,
            @Nullable Instant updatedAt) {

        /** File or service. */
        public enum Kind {
            FILE,
            SERVICE
        }
    }

    /** A year, a quarter or a month as tables write it: 2021, 202102, 2021年第二季度, 2022年4季度, 2022-04. */
    final class Period {
        private static final Pattern FORM =
                Pattern.compile("((?:19|20)\\d{2})(?:[-/.年]?第?(0?[1-9]|1[0-2]|[一二三四])(?:季度|月)?)?年?");
        private static final String QUARTERS = "一二三四";

        private Period() {}

        /** The period as a text that sorts, such as 202102; empty for anything else. */
        public static Optional<String> key(String cell) {
            var found = FORM.matcher(cell.strip());
            if (!found.matches()) {
                return Optional.empty();
            }
            var part = found.group(2);
            if (part == null) {
                return Optional.of(found.group(1));
            }
            var number = QUARTERS.contains(part) ? QUARTERS.indexOf(part) + 1 : Integer.parseInt(part);
            return Optional.of(found.group(1) + "%02d".formatted(number));
        }
    }

    /** Rows that are stored here. */
    record StoredTable(List<Column> columns, int rows, int rowsTwice, Instant storedAt) {
        public StoredTable {
            columns = List.copyOf(columns);
        }
    }

    /**
     * What is known of one column.
     *
     * @param kind what most of its cells are
     * @param empty cells without a value
     * @param impossible dates before 1900 or after the day of storing
     * @param example one of the impossible ones; empty when there is none
     */
    record Column(String name, Kind kind, int empty, int impossible, String example) {

        /** What cells of a column are. */
        public enum Kind {
            TEXT,
            NUMBER,
            DATE,
            /** A year, a quarter or a month such as 201902. */
            PERIOD,
            LONGITUDE,
            LATITUDE
        }
    }
}
