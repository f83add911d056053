package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;
import org.zhengtong.data.connectors.internal.store.TakenStore.Taken;
import org.zhengtong.data.registers.RowSource;

/**
 * The rows of several files, one file after the other, with the columns of the first; the cursor is the file's number and the cursor
 * within it.
 */
record FilesInTurn(List<Taken> files, Fetching fetching, String records) implements RowSource {

    /** Where a file lies. */
    interface Fetching {
        Path fetch(Taken file) throws IOException;
    }

    @Override
    public List<String> columns() throws IOException {
        return open(0).columns();
    }

    private RowSource open(int number) throws IOException {
        return RecordFiles.of(fetching.fetch(files.get(number)), records);
    }

    @Override
    public Rows open(@Nullable String cursor) throws IOException {
        var parts = cursor == null ? new String[] {"0", ""} : cursor.split(" ", 2);
        return new Reading(this, columns(), Integer.parseInt(parts[0]), parts[1].isEmpty() ? null : parts[1]);
    }

    /** One reading. */
    private static final class Reading implements Rows {
        private final FilesInTurn turn;
        private final List<String> columns;
        private int number;
        private Rows rows;
        private int[] places;

        Reading(FilesInTurn turn, List<String> columns, int number, @Nullable String cursor) throws IOException {
            this.turn = turn;
            this.columns = columns;
            this.number = number;
            var source = turn.open(number);
            this.places = places(source);
            this.rows = opened(source, cursor);
        }

        /** Files of one kind may have their columns in another order, and more of them. */
        private int[] places(RowSource source) throws IOException {
            var own = source.columns();
            var found = new int[columns.size()];
            for (var at = 0; at < found.length; at++) {
                found[at] = own.indexOf(columns.get(at));
                if (found[at] < 0) {
                    throw SourceException.of(SourceFault.NO_COLUMN, columns.get(at) + " (" + name() + ")");
                }
            }
            return found;
        }

        private Rows opened(RowSource source, @Nullable String cursor) throws IOException {
            try {
                return source.open(cursor);
            } catch (IOException | UncheckedIOException unread) {
                throw trouble(unread);
            }
        }

        private String name() {
            return turn.files.get(number).name();
        }

        private SourceException trouble(Exception unread) {
            return unread instanceof SourceException known
                    ? known
                    : new SourceException(
                            SourceFault.FILE_NOT_READABLE, unread, name(), String.valueOf(unread.getMessage()));
        }

        @Override
        public @Nullable String @Nullable [] next() throws IOException {
            try {
                var row = rows.next();
                while (row == null && number + 1 < turn.files.size()) {
                    rows.close();
                    number++;
                    var source = turn.open(number);
                    places = places(source);
                    rows = opened(source, null);
                    row = rows.next();
                }
                return row == null ? null : ordered(row);
            } catch (IOException | UncheckedIOException unread) {
                throw trouble(unread);
            }
        }

        private @Nullable String[] ordered(@Nullable String[] row) {
            var values = new @Nullable String[places.length];
            for (var at = 0; at < places.length; at++) {
                values[at] = places[at] < row.length ? row[places[at]] : null;
            }
            return values;
        }

        @Override
        public String cursor() {
            return number + " " + rows.cursor();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
