package org.zhengtong.app.design.internal;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.content.Node;
import org.zhengtong.app.design.content.NodeKind;
import org.zhengtong.app.design.internal.BpmnGraph.Flow;
import org.zhengtong.app.design.internal.BpmnGraph.Kind;
import org.zhengtong.app.design.internal.BpmnGraph.Shape;
import org.zhengtong.base.ui.Texts;

/** Writes a drawing as BPMN 2.0 (ISO/IEC 19510) with its diagram, for other tools to open. */
@Component
public class BpmnText {

    static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String LINES = "http://www.omg.org/spec/DD/20100524/DI";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    /** Names of what we say beside the standard, so that a file can be read again as it was. */
    static final String OWN = "urn:zhengtong:procedures";

    static final Set<String> FACTS = Set.of(
            "department",
            "kind",
            "lead",
            "committed",
            "committedUnit",
            "statutory",
            "statutoryUnit",
            "law",
            "extension",
            "extensionUnit",
            "extensionLaw",
            "join",
            "count",
            "others");

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final Texts texts;
    private final UnaryOperator<String> departments;

    @Autowired
    BpmnText(Texts texts, Holders holders) {
        this(texts, holders::name);
    }

    /** With the names of departments by their ids. */
    BpmnText(Texts texts, UnaryOperator<String> departments) {
        this.texts = texts;
        this.departments = departments;
    }

    public String write(ItemDesign draft) {
        var graph = BpmnGraph.of(
                draft.content().tree(),
                texts.say(CHINESE, "design.drawing.start"),
                texts.say(CHINESE, "design.drawing.end"));
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            definitions(xml, draft, graph);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("Draft " + draft.id().value(), broken);
        }
        return text.toString();
    }

    private void definitions(XMLStreamWriter xml, ItemDesign draft, BpmnGraph graph) throws XMLStreamException {
        xml.writeStartElement("definitions");
        xml.writeDefaultNamespace(MODEL);
        xml.writeNamespace("bpmndi", DIAGRAM);
        xml.writeNamespace("dc", BOUNDS);
        xml.writeNamespace("di", LINES);
        xml.writeNamespace("xsi", INSTANCE);
        xml.writeNamespace("zt", OWN);
        xml.writeAttribute("id", "definitions");
        xml.writeAttribute("targetNamespace", OWN);
        xml.writeStartElement("process");
        xml.writeAttribute("id", draft.procedureKey());
        xml.writeAttribute("name", draft.name());
        xml.writeAttribute("isExecutable", "false");
        for (var shape : graph.shapes()) {
            element(xml, shape, graph);
        }
        for (var flow : graph.flows()) {
            flow(xml, flow);
        }
        xml.writeEndElement();
        diagram(xml, draft, graph);
        xml.writeEndElement();
    }

    private void element(XMLStreamWriter xml, Shape shape, BpmnGraph graph) throws XMLStreamException {
        xml.writeStartElement(shape.kind().element);
        xml.writeAttribute("id", shape.id());
        if (!shape.name().isBlank()) {
            xml.writeAttribute("name", shape.name());
        }
        var left = graph.flows().stream()
                .filter(flow -> flow.otherwise() && flow.from().id().equals(shape.id()))
                .findFirst();
        if (left.isPresent()) {
            xml.writeAttribute("default", left.get().id());
        }
        var node = shape.node();
        if (node != null && node.kind() == NodeKind.STEP) {
            text(xml, "documentation", words(node));
        }
        if (node != null && !shape.id().startsWith("join-")) {
            facts(xml, node);
        }
        for (var flow : graph.flows()) {
            if (flow.to().id().equals(shape.id())) {
                text(xml, "incoming", flow.id());
            }
        }
        for (var flow : graph.flows()) {
            if (flow.from().id().equals(shape.id())) {
                text(xml, "outgoing", flow.id());
            }
        }
        if (node != null && shape.kind() == Kind.COMPLEX) {
            condition(xml, "activationCondition", "ANY".equals(node.fact("join")) ? "1" : node.fact("count"));
        }
        xml.writeEndElement();
    }

    private static void facts(XMLStreamWriter xml, Node node) throws XMLStreamException {
        xml.writeStartElement("extensionElements");
        xml.writeEmptyElement("zt", "facts", OWN);
        for (var name : new TreeSet<>(FACTS)) {
            if (!node.fact(name).isBlank()) {
                xml.writeAttribute(name, node.fact(name));
            }
        }
        xml.writeEndElement();
    }

    /** Who does a step and in how many days. */
    private String words(Node step) {
        var words = new ArrayList<String>();
        words.add(departments.apply(step.fact("department")));
        for (var limit : new String[] {"committed", "statutory"}) {
            if (!step.fact(limit).isBlank()) {
                words.add(texts.say(CHINESE, "design.step." + limit) + " "
                        + texts.say(
                                CHINESE, "design.drawing.committed." + step.fact(limit + "Unit"), step.fact(limit)));
            }
        }
        if (!step.fact("law").isBlank()) {
            words.add(step.fact("law"));
        }
        return String.join(texts.say(CHINESE, "design.drawing.comma"), words);
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void condition(XMLStreamWriter xml, String name, String source) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("xsi", INSTANCE, "type", "tFormalExpression");
        xml.writeCharacters(source);
        xml.writeEndElement();
    }

    private static void flow(XMLStreamWriter xml, Flow flow) throws XMLStreamException {
        xml.writeStartElement("sequenceFlow");
        xml.writeAttribute("id", flow.id());
        xml.writeAttribute("sourceRef", flow.from().id());
        xml.writeAttribute("targetRef", flow.to().id());
        var when = flow.when();
        if (when != null) {
            condition(xml, "conditionExpression", when);
        }
        xml.writeEndElement();
    }

    private static void diagram(XMLStreamWriter xml, ItemDesign draft, BpmnGraph graph) throws XMLStreamException {
        xml.writeStartElement("bpmndi", "BPMNDiagram", DIAGRAM);
        xml.writeAttribute("id", "diagram");
        xml.writeStartElement("bpmndi", "BPMNPlane", DIAGRAM);
        xml.writeAttribute("id", "plane");
        xml.writeAttribute("bpmnElement", draft.procedureKey());
        for (var shape : graph.shapes()) {
            xml.writeStartElement("bpmndi", "BPMNShape", DIAGRAM);
            xml.writeAttribute("id", shape.id() + "-shape");
            xml.writeAttribute("bpmnElement", shape.id());
            xml.writeEmptyElement("dc", "Bounds", BOUNDS);
            xml.writeAttribute("x", String.valueOf(shape.left()));
            xml.writeAttribute("y", String.valueOf(shape.top()));
            xml.writeAttribute("width", String.valueOf(shape.kind().width));
            xml.writeAttribute("height", String.valueOf(shape.kind().height));
            xml.writeEndElement();
        }
        for (var flow : graph.flows()) {
            edge(xml, flow);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** Out of the fork downwards or upwards, along the lane, and into the join. */
    private static void edge(XMLStreamWriter xml, Flow flow) throws XMLStreamException {
        var from = flow.from();
        var to = flow.to();
        xml.writeStartElement("bpmndi", "BPMNEdge", DIAGRAM);
        xml.writeAttribute("id", flow.id() + "-edge");
        xml.writeAttribute("bpmnElement", flow.id());
        point(xml, from.right(), from.middle());
        if (from.middle() != to.middle()) {
            var turn = from.id().startsWith("fork-") ? from.right() + 25 : to.left() - 25;
            point(xml, turn, from.middle());
            point(xml, turn, to.middle());
        }
        point(xml, to.left(), to.middle());
        xml.writeEndElement();
    }

    private static void point(XMLStreamWriter xml, int x, int y) throws XMLStreamException {
        xml.writeEmptyElement("di", "waypoint", LINES);
        xml.writeAttribute("x", String.valueOf(x));
        xml.writeAttribute("y", String.valueOf(y));
    }
}
