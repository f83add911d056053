package org.zhengtong.base.packed;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.zhengtong.base.packed.PackedFault.Reason;

/** XML from strangers: no document types, no entities, nothing fetched. */
public final class PackedXml {

    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 20_000;

    private PackedXml() {}

    /** A reader that neither expands nor fetches anything. */
    public static XMLStreamReader reader(InputStream content) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(content);
    }

    /**
     * An element; names are without their prefixes.
     *
     * @param text what stands directly in it, without the space around
     */
    public record Element(String name, Map<String, String> attributes, String text, List<Element> children) {

        /** The first child of this name. */
        public Optional<Element> child(String wanted) {
            return children(wanted).stream().findFirst();
        }

        public List<Element> children(String wanted) {
            return children.stream().filter(each -> each.name().equals(wanted)).toList();
        }

        /** The text of the first child of this name, empty when there is none. */
        public String textOf(String wanted) {
            return child(wanted).map(Element::text).orElse("");
        }

        public String attribute(String wanted) {
            return attributes.getOrDefault(wanted, "");
        }
    }

    /** Reads a small document whole. */
    public static Element tree(byte[] document) throws PackedFault {
        try {
            return read(reader(new ByteArrayInputStream(document)));
        } catch (XMLStreamException | RuntimeException e) {
            throw new PackedFault(Reason.XML, e);
        }
    }

    private static Element read(XMLStreamReader xml) throws XMLStreamException, PackedFault {
        var open = new ArrayDeque<Growing>();
        var elements = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() >= DEEPEST || ++elements > MOST_ELEMENTS) {
                        throw new PackedFault(Reason.XML, "Nested too deeply, or too many elements");
                    }
                    open.push(new Growing(xml.getLocalName(), attributes(xml)));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    var done = open.pop().grown();
                    if (open.isEmpty()) {
                        return done;
                    }
                    open.peek().children.add(done);
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new PackedFault(Reason.XML, "A document type or an entity");
                default -> {
                    // comments and the like say nothing
                }
            }
        }
        throw new PackedFault(Reason.XML, "Ends before its end");
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        var attributes = new HashMap<String, String>();
        for (var index = 0; index < xml.getAttributeCount(); index++) {
            attributes.put(xml.getAttributeLocalName(index), xml.getAttributeValue(index));
        }
        return attributes;
    }

    /** An element while it is read. */
    private static final class Growing {
        private final String name;
        private final Map<String, String> attributes;
        private final StringBuilder text = new StringBuilder();
        private final List<Element> children = new ArrayList<>();

        Growing(String name, Map<String, String> attributes) {
            this.name = name;
            this.attributes = attributes;
        }

        Element grown() {
            return new Element(name, Map.copyOf(attributes), text.toString().strip(), List.copyOf(children));
        }
    }
}
