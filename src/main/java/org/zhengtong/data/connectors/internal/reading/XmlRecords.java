package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.packed.PackedXml;
import org.zhengtong.data.registers.RowSource;

/**
 * Records in an XML file of any size: the elements that a path such as {@code /people/person} names, or all children of the root.
 * Their attributes and the elements in them are the columns. Document types and entities are refused.
 */
record XmlRecords(Path file, String path) implements RowSource {

    private static final int LOOKED_AT = 500;
    private static final int DEEPEST = 32;
    private static final int LONGEST = 1 << 20;

    @Override
    public List<String> columns() throws IOException {
        var names = new LinkedHashSet<String>();
        try (var records = new Reading(this, List.of())) {
            for (var at = 0; at < LOOKED_AT; at++) {
                var next = records.record();
                if (next == null) {
                    break;
                }
                names.addAll(next.keySet());
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
        private final List<String> wanted;
        private final InputStream content;
        private final XMLStreamReader xml;
        private final Deque<String> open = new ArrayDeque<>();
        private long read;

        Reading(XmlRecords source, List<String> columns) throws IOException {
            this.columns = columns;
            this.wanted = source.path.isEmpty()
                    ? List.of("*", "*")
                    : Arrays.asList(source.path.substring(1).split("/"));
            content = Files.newInputStream(source.file);
            try {
                xml = PackedXml.reader(content);
            } catch (XMLStreamException broken) {
                content.close();
                throw new IOException(broken);
            }
        }

        @Nullable
        Map<String, @Nullable String> record() throws IOException {
            try {
                while (xml.hasNext()) {
                    switch (xml.next()) {
                        case XMLStreamConstants.START_ELEMENT -> {
                            open.addLast(xml.getLocalName());
                            if (isRecord()) {
                                read++;
                                return values();
                            }
                            if (open.size() > DEEPEST) {
                                throw new IOException("Nested too deeply");
                            }
                        }
                        case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                            throw new IOException("A document type or an entity");
                        default -> {
                            // text between records says nothing
                        }
                    }
                }
                return null;
            } catch (XMLStreamException | RuntimeException broken) {
                throw new IOException(broken);
            }
        }

        private boolean isRecord() {
            if (open.size() != wanted.size()) {
                return false;
            }
            var at = 0;
            for (var name : open) {
                var step = wanted.get(at++);
                if (!step.equals("*") && !step.equals(name)) {
                    return false;
                }
            }
            return true;
        }

        /** Everything up to the end of the record's element. */
        private Map<String, @Nullable String> values() throws XMLStreamException, IOException {
            var values = new LinkedHashMap<String, @Nullable String>();
            for (var at = 0; at < xml.getAttributeCount(); at++) {
                values.put(xml.getAttributeLocalName(at), xml.getAttributeValue(at));
            }
            var depth = open.size();
            var text = new StringBuilder();
            while (open.size() >= depth) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        open.addLast(xml.getLocalName());
                        text.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (open.size() > depth) {
                            put(values, depth, text.toString().strip());
                        }
                        open.removeLast();
                        text.setLength(0);
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw new IOException("An entity");
                    default -> {
                        // comments and the like
                    }
                }
                if (text.length() > LONGEST || open.size() > DEEPEST) {
                    throw new IOException("A value is too long, or nested too deeply");
                }
            }
            return values;
        }

        private void put(Map<String, @Nullable String> values, int depth, String value) {
            var name = String.join(".", open.stream().skip(depth).toList());
            if (!value.isEmpty() || !values.containsKey(name)) {
                values.put(name, value.isEmpty() ? null : value);
            }
        }

        @Override
        public @Nullable String @Nullable [] next() throws IOException {
            var next = record();
            return next == null ? null : Flat.row(columns, next);
        }

        @Override
        public String cursor() {
            return String.valueOf(read);
        }

        @Override
        public void close() throws IOException {
            try {
                xml.close();
            } catch (XMLStreamException broken) {
                throw new IOException(broken);
            } finally {
                content.close();
            }
        }
    }
}
