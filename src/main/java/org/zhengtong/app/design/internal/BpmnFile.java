package org.zhengtong.app.design.internal;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The first process of a BPMN 2.0 file (ISO/IEC 19510) as it was written: its elements and the ways between them.
 *
 * @param lanes name of the lane that an element lies in, by the element's id
 * @param processes how many there are in the file
 * @param remarks notes, data and messages that were passed over
 */
record BpmnFile(Map<String, Element> elements, List<Way> ways, Map<String, String> lanes, int processes, int remarks) {

    static final int MOST_BYTES = 1 << 20;
    private static final int MOST_ELEMENTS = 500;
    private static final int DEEPEST = 100;
    private static final Set<String> REMARKS =
            Set.of("textAnnotation", "dataObject", "dataObjectReference", "dataStoreReference", "group", "messageFlow");
    private static final Set<String> TEXTS = Set.of("flowNodeRef", "conditionExpression", "activationCondition");

    /** An element of the flow; {@code type} as the standard names it, such as {@code userTask}. */
    record Element(
            String id,
            String type,
            String name,
            @Nullable String otherwise,
            Map<String, String> facts,
            String activation) {

        String shown() {
            return name.isBlank() ? id : name;
        }

        boolean gateway() {
            return type.endsWith("Gateway");
        }
    }

    /** A way from one element to the other; {@code when} is empty without a condition. */
    record Way(String id, String from, String to, String when) {}

    /** A file that is no BPMN, and the line where that was seen; 0 when it was not in a line. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        final int line;

        Unreadable(int line) {
            super("line " + line);
            this.line = line;
        }
    }

    static BpmnFile read(byte[] content) throws Unreadable {
        if (content.length > MOST_BYTES) {
            throw new Unreadable(0);
        }
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var file = new Reading(factory.createXMLStreamReader(new ByteArrayInputStream(content))).read();
            if (file.elements.isEmpty()) {
                throw new Unreadable(0);
            }
            return file;
        } catch (XMLStreamException broken) {
            throw new Unreadable(
                    broken.getLocation() == null
                            ? 0
                            : Math.max(0, broken.getLocation().getLineNumber()));
        }
    }

    /** Goes through the file once. */
    private static final class Reading {
        private final XMLStreamReader xml;
        private final Deque<String> open = new ArrayDeque<>();
        private final Map<String, Element> elements = new LinkedHashMap<>();
        private final List<Way> ways = new ArrayList<>();
        private final Map<String, String> lanes = new HashMap<>();
        private int processes;
        private int remarks;
        /** Depth of the process, and of a part whose inside is passed over; 0 when in none. */
        private int process;

        private int passed;
        private String lane = "";
        private @Nullable Element element;
        private @Nullable Way way;

        Reading(XMLStreamReader xml) {
            this.xml = xml;
        }

        BpmnFile read() throws XMLStreamException, Unreadable {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> begins(xml.getLocalName());
                    case XMLStreamConstants.END_ELEMENT -> ends();
                    default -> {
                        // texts are read with their element
                    }
                }
            }
            return new BpmnFile(elements, ways, lanes, processes, remarks);
        }

        private void begins(String name) throws XMLStreamException, Unreadable {
            open.push(name);
            if (open.size() > DEEPEST || elements.size() > MOST_ELEMENTS || ways.size() > 2 * MOST_ELEMENTS) {
                throw new Unreadable(xml.getLocation().getLineNumber());
            }
            if (REMARKS.contains(name)) {
                remarks++;
            }
            if (BpmnText.MODEL.equals(xml.getNamespaceURI()) && name.equals("process")) {
                processes++;
                process = processes == 1 ? open.size() : 0;
            } else if (process > 0 && passed == 0) {
                inside(name);
            }
        }

        private void inside(String name) throws XMLStreamException {
            var flowing = open.size() == process + 1;
            if (BpmnText.OWN.equals(xml.getNamespaceURI()) && name.equals("facts") && element != null) {
                facts(element);
            } else if (!BpmnText.MODEL.equals(xml.getNamespaceURI())) {
                return;
            } else if (name.equals("lane")) {
                lane = attribute("name");
            } else if (TEXTS.contains(name)) {
                text(name);
            } else if (flowing && name.equals("sequenceFlow")) {
                way = new Way(attribute("id"), attribute("sourceRef"), attribute("targetRef"), "");
            } else if (flowing && (name.endsWith("Gateway") || name.endsWith("Event") || activity(name))) {
                element = new Element(
                        attribute("id"), name, attribute("name"), xml.getAttributeValue(null, "default"), Map.of(), "");
                if (BpmnTree.COMPOSED.contains(name)) {
                    passed = open.size();
                }
            }
        }

        private static boolean activity(String name) {
            return name.equals("task") || name.endsWith("Task") || BpmnTree.COMPOSED.contains(name);
        }

        private String attribute(String name) {
            return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "")
                    .strip();
        }

        private void facts(Element of) {
            var facts = new HashMap<String, String>();
            for (var at = 0; at < xml.getAttributeCount(); at++) {
                facts.put(xml.getAttributeLocalName(at), xml.getAttributeValue(at));
            }
            element = new Element(of.id, of.type, of.name, of.otherwise, Map.copyOf(facts), of.activation);
        }

        /** The text of an element that holds nothing else; it ends with it. */
        private void text(String name) throws XMLStreamException {
            var text = xml.getElementText().strip();
            open.pop();
            var of = element;
            var on = way;
            if (name.equals("flowNodeRef")) {
                lanes.put(text, lane);
            } else if (name.equals("activationCondition") && of != null) {
                element = new Element(of.id, of.type, of.name, of.otherwise, of.facts, text);
            } else if (on != null) {
                way = new Way(on.id, on.from, on.to, text);
            }
        }

        private void ends() {
            var depth = open.size();
            open.pop();
            if (depth == passed) {
                passed = 0;
            }
            if (passed > 0 || process == 0) {
                return;
            }
            if (depth == process + 1) {
                if (element != null) {
                    elements.put(element.id, element);
                    element = null;
                } else if (way != null) {
                    ways.add(way);
                    way = null;
                }
            } else if (depth == process) {
                process = 0;
            }
        }
    }
}
