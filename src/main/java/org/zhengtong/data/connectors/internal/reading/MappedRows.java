package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.connectors.Mapping;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RowSource;

/**
 * Rows of a source with the items of a register before them: each item by its rule, then the source's own columns as they were
 * read, so that a row that is set aside shows both.
 */
public final class MappedRows implements RowSource {

    private static final String OWN = "source.";

    private final RowSource rows;
    private final RegisterDefinition register;
    private final Mapping mapping;
    private final int chunk;

    public MappedRows(RowSource rows, RegisterDefinition register, Mapping mapping, int chunk) {
        this.rows = rows;
        this.register = register;
        this.mapping = mapping;
        this.chunk = chunk;
    }

    /** The column of each item, as a load wants it. */
    public Map<ItemName, String> itemColumns() {
        var columns = new LinkedHashMap<ItemName, String>();
        mapping.rules().forEach(rule -> columns.put(rule.item(), title(rule)));
        return columns;
    }

    /** Items by their titles: who mends a file of rows that were set aside can upload it as it is. */
    private String title(Mapping.Rule rule) {
        return register.find(rule.item())
                .map(item -> item.title().chinese())
                .orElseGet(() -> rule.item().value());
    }

    @Override
    public int mostInChunk() {
        return chunk;
    }

    @Override
    public List<String> columns() throws IOException {
        var names = new ArrayList<String>();
        mapping.rules().forEach(rule -> names.add(title(rule)));
        rows.columns().forEach(name -> names.add(OWN + name));
        return names;
    }

    @Override
    public Rows open(@Nullable String cursor) throws IOException {
        var own = rows.columns();
        var rules = new ArrayList<Conversion>();
        for (var rule : mapping.rules()) {
            for (var column : rule.columns()) {
                if (!own.contains(column)) {
                    throw SourceException.of(SourceFault.NO_COLUMN, column);
                }
            }
            rules.add(Conversion.of(rule, own));
        }
        return new Converted(rows.open(cursor), rules, own.size());
    }

    /** One reading. */
    private record Converted(Rows rows, List<Conversion> rules, int width) implements Rows {

        @Override
        public @Nullable String @Nullable [] next() throws IOException {
            var read = rows.next();
            if (read == null) {
                return null;
            }
            var values = new @Nullable String[rules.size() + width];
            for (var at = 0; at < rules.size(); at++) {
                values[at] = rules.get(at).of(read);
            }
            System.arraycopy(read, 0, values, rules.size(), Math.min(width, read.length));
            return values;
        }

        @Override
        public String cursor() {
            return rows.cursor();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
