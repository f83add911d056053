package org.zhengtong.data.registers.internal.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.RowSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file with one JSON object a line; its columns are the members of the first hundred. */
record JsonLinesRows(Path file) implements RowSource {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LOOKED_AT = 100;

    @Override
    public List<String> columns() throws IOException {
        var names = new LinkedHashSet<String>();
        try (var lines = WrittenText.open(file)) {
            var line = lines.readLine();
            for (var number = 0; line != null && number < LOOKED_AT; number++) {
                names.addAll(object(line).propertyNames());
                line = lines.readLine();
            }
        }
        return List.copyOf(names);
    }

    private static JsonNode object(String line) throws IOException {
        try {
            return line.isBlank() ? JSON.createObjectNode() : JSON.readTree(line);
        } catch (JacksonException wrong) {
            throw new IOException(wrong);
        }
    }

    @Override
    public Rows open(@Nullable String cursor) throws IOException {
        return new Open(WrittenText.open(file), columns(), FileRows.rowsOf(cursor));
    }

    /** A member as text: objects and lists as JSON. */
    static @Nullable String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isString() ? value.asString() : value.toString();
    }

    /** One reading. */
    private static final class Open implements Rows {

        private final BufferedReader lines;
        private final List<String> columns;
        private long read;

        Open(BufferedReader lines, List<String> columns, long skipped) throws IOException {
            this.lines = lines;
            this.columns = columns;
            while (read < skipped && next() != null) {
                continue;
            }
        }

        @Override
        public @Nullable String @Nullable [] next() throws IOException {
            var line = lines.readLine();
            while (line != null && line.isBlank()) {
                line = lines.readLine();
            }
            if (line == null) {
                return null;
            }
            read++;
            var object = object(line);
            return columns.stream().map(name -> text(object.path(name))).toArray(String[]::new);
        }

        @Override
        public String cursor() {
            return String.valueOf(read);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
