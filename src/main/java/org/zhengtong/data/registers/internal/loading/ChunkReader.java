package org.zhengtong.data.registers.internal.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.RowSource;

/** Reads rows from a source into chunks, each value in its kept form. */
final class ChunkReader implements AutoCloseable {

    private static final int MOST_BYTES = 64 << 20;

    private final RowSource.Rows rows;
    private final LoadMapping mapping;
    private final WrittenForms[] forms;
    private final int[] columns;
    private final int most;
    private int number;
    private long nextRow;
    private String cursor;

    ChunkReader(LoadMapping mapping, RowSource source, LoadStore.Place place, int most) {
        try {
            this.mapping = mapping;
            this.columns =
                    mapping.columns().stream().mapToInt(Integer::intValue).toArray();
            this.forms = mapping.items().stream().map(WrittenForms::new).toArray(WrittenForms[]::new);
            this.most = most;
            this.number = place.chunks() + 1;
            this.nextRow = place.rows() + 1;
            this.cursor = place.cursor();
            this.rows = source.open(place.cursor().isEmpty() ? null : place.cursor());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The next chunk; null at the end. */
    @Nullable
    Chunk next() throws IOException {
        var chunk = new Chunk(number, nextRow, cursor);
        while (chunk.size() < most && chunk.copyLength() < MOST_BYTES) {
            var row = rows.next();
            if (row == null) {
                break;
            }
            chunk.add(row.clone(), forms(row), forms.length);
        }
        if (chunk.size() == 0) {
            return null;
        }
        number++;
        nextRow += chunk.size();
        cursor = rows.cursor();
        chunk.endAt(cursor);
        return chunk;
    }

    private @Nullable String[] forms(@Nullable String[] row) {
        var geometry = mapping.geometry();
        var values = new @Nullable String[forms.length + (geometry < 0 ? 0 : 1)];
        for (var at = 0; at < forms.length; at++) {
            values[at] = columns[at] < row.length ? forms[at].form(row[columns[at]]) : null;
        }
        if (geometry >= 0) {
            Geometries.read(values[geometry]).ifPresent(shape -> {
                values[geometry] = shape.geoJson();
                values[forms.length] = shape.sqlBox();
            });
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
