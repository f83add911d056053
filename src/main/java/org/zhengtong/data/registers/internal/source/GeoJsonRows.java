package org.zhengtong.data.registers.internal.source;

import java.io.BufferedReader;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A GeoJSON feature collection: the features' properties and, as the last column, their geometry. Read feature by feature. */
record GeoJsonRows(Path file) implements RowSource {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String GEOMETRY = "geometry";
    private static final int LOOKED_AT = 100;

    @Override
    public List<String> columns() throws IOException {
        var names = new LinkedHashSet<String>();
        try (var features = new Features(WrittenText.open(file))) {
            var feature = features.next();
            for (var number = 0; feature != null && number < LOOKED_AT; number++) {
                names.addAll(feature.path("properties").propertyNames());
                feature = features.next();
            }
        }
        names.remove(GEOMETRY);
        names.add(GEOMETRY);
        return List.copyOf(names);
    }

    @Override
    public Rows open(@Nullable String cursor) throws IOException {
        return new Open(new Features(WrittenText.open(file)), columns(), FileRows.rowsOf(cursor));
    }

    /** Features one after the other. */
    private static final class Features implements AutoCloseable {

        private final BufferedReader text;
        private final JsonParser parser;

        Features(BufferedReader text) throws IOException {
            this.text = text;
            try {
                this.parser = JSON.createParser(text);
                toFeatures();
            } catch (JacksonException wrong) {
                throw new IOException(wrong);
            }
        }

        private void toFeatures() throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("Not a feature collection");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                var value = parser.nextToken();
                if (name.equals("features") && value == JsonToken.START_ARRAY) {
                    return;
                }
                parser.skipChildren();
            }
            throw new IOException("No features");
        }

        @Nullable
        JsonNode next() throws IOException {
            try {
                return parser.nextToken() == JsonToken.START_OBJECT ? parser.readValueAsTree() : null;
            } catch (JacksonException wrong) {
                throw new IOException(wrong);
            }
        }

        @Override
        public void close() throws IOException {
            parser.close();
            text.close();
        }
    }

    /** One reading. */
    private static final class Open implements Rows {

        private final Features features;
        private final List<String> columns;
        private long read;

        Open(Features features, List<String> columns, long skipped) throws IOException {
            this.features = features;
            this.columns = columns;
            while (read < skipped && next() != null) {
                continue;
            }
        }

        @Override
        public @Nullable String @Nullable [] next() throws IOException {
            var feature = features.next();
            if (feature == null) {
                return null;
            }
            read++;
            var values = new ArrayList<@Nullable String>();
            for (var name : columns.subList(0, columns.size() - 1)) {
                values.add(JsonLinesRows.text(feature.path("properties").path(name)));
            }
            values.add(JsonLinesRows.text(feature.path(GEOMETRY)));
            return values.toArray(String[]::new);
        }

        @Override
        public String cursor() {
            return String.valueOf(read);
        }

        @Override
        public void close() throws IOException {
            features.close();
        }
    }
}
