package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.RowSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A list of records in a JSON file of any size; the cursor is how many were read. */
record JsonRecords(Path file, String pointer) implements RowSource {

    /** After a record others follow. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** So many records are looked at for the names of columns. */
    private static final int LOOKED_AT = 500;

    @Override
    public List<String> columns() throws IOException {
        var names = new LinkedHashSet<String>();
        try (var records = new Reading(this, List.of())) {
            for (var at = 0; at < LOOKED_AT; at++) {
                var next = records.record();
                if (next == null) {
                    break;
                }
                names.addAll(Flat.of(next).keySet());
            }
        }
        return new ArrayList<>(names);
    }

    @Override
    public Rows open(@Nullable String cursor) throws IOException {
        var rows = new Reading(this, columns());
        var skipped = cursor == null ? 0 : Long.parseLong(cursor);
        while (rows.read < skipped && rows.record() != null) {
            // read over
        }
        return rows;
    }

    /** One reading. */
    private static final class Reading implements Rows {
        private final List<String> columns;
        private final JsonParser parser;
        private long read;

        Reading(JsonRecords source, List<String> columns) throws IOException {
            this.columns = columns;
            try {
                parser = JSON.createParser(source.file.toFile());
                descend(source.pointer);
            } catch (JacksonException broken) {
                throw new IOException(broken);
            }
        }

        /** To the list that the pointer names. */
        private void descend(String pointer) throws IOException {
            var token = parser.nextToken();
            for (var step :
                    pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
                while (token == JsonToken.START_OBJECT || token == JsonToken.PROPERTY_NAME) {
                    token = parser.nextToken();
                    if (token != JsonToken.PROPERTY_NAME) {
                        throw new IOException("No " + pointer);
                    }
                    var found = parser.currentName().equals(step);
                    token = parser.nextToken();
                    if (found) {
                        break;
                    }
                    parser.skipChildren();
                    token = JsonToken.PROPERTY_NAME;
                }
            }
            if (token != JsonToken.START_ARRAY) {
                throw new IOException("No list at /" + pointer);
            }
        }

        @Nullable
        JsonNode record() throws IOException {
            try {
                var token = parser.nextToken();
                if (token == JsonToken.END_ARRAY) {
                    return null;
                }
                if (token == null) {
                    throw new IOException("The file ends before its end");
                }
                read++;
                return JSON.readTree(parser);
            } catch (JacksonException broken) {
                throw new IOException(broken);
            }
        }

        @Override
        public @Nullable String @Nullable [] next() throws IOException {
            var next = record();
            return next == null ? null : Flat.row(columns, Flat.of(next));
        }

        @Override
        public String cursor() {
            return String.valueOf(read);
        }

        @Override
        public void close() {
            parser.close();
        }
    }
}
