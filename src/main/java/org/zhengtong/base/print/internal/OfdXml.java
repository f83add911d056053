package org.zhengtong.base.print.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One XML document of a fixed-layout file, all in the namespace of the standard. */
final class OfdXml {

    private static final String PREFIX = "ofd";
    private static final String NAMESPACE = "http://www.ofdspec.org/2016";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    /** What stands in an element. */
    @FunctionalInterface
    interface Body {
        void write() throws XMLStreamException;
    }

    OfdXml() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.setPrefix(PREFIX, NAMESPACE);
    }

    /** Attributes in their order: names and values by turns. */
    static Map<String, String> with(String... pairs) {
        var attributes = new LinkedHashMap<String, String>();
        for (var index = 0; index < pairs.length; index += 2) {
            attributes.put(pairs[index], pairs[index + 1]);
        }
        return attributes;
    }

    /** The outermost element, which names the namespace. */
    byte[] root(String name, Map<String, String> attributes, Body body) throws XMLStreamException {
        start(name);
        xml.writeNamespace(PREFIX, NAMESPACE);
        attributes(attributes);
        body.write();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
        return bytes.toByteArray();
    }

    void element(String name, Map<String, String> attributes, Body body) throws XMLStreamException {
        start(name);
        attributes(attributes);
        body.write();
        xml.writeEndElement();
    }

    void element(String name, Body body) throws XMLStreamException {
        element(name, Map.of(), body);
    }

    void empty(String name, Map<String, String> attributes) throws XMLStreamException {
        xml.writeEmptyElement(PREFIX, name, NAMESPACE);
        attributes(attributes);
    }

    void text(String name, String text) throws XMLStreamException {
        text(name, Map.of(), text);
    }

    void text(String name, Map<String, String> attributes, String text) throws XMLStreamException {
        start(name);
        attributes(attributes);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void start(String name) throws XMLStreamException {
        xml.writeStartElement(PREFIX, name, NAMESPACE);
    }

    private void attributes(Map<String, String> attributes) throws XMLStreamException {
        for (var attribute : attributes.entrySet()) {
            xml.writeAttribute(attribute.getKey(), attribute.getValue());
        }
    }
}
