package org.zhengtong.app.design.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.content.FieldKind;
import org.zhengtong.app.design.content.FormField;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.app.design.content.Node;
import org.zhengtong.app.design.content.NodeKind;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.ui.Texts;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the drawing of a draft as a pack's procedure; JSON is YAML, too. */
@Component
class ProcedureText {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    /** Stands for a code not yet right, so that the drawing can be checked before. */
    private static final String SOME_CODE = "11370100509819318T3000131001001";

    private static final String NOTHING = "-";

    private final Texts texts;

    ProcedureText(Texts texts) {
        this.texts = texts;
    }

    String write(ItemDesign draft) {
        var content = draft.content();
        var root = JSON.createObjectNode();
        root.put("key", draft.procedureKey());
        root.put("title", draft.name());
        root.put(
                "item",
                ItemCode.check(draft.code()).valid().map(ItemCode::value).orElse(SOME_CODE));
        root.put("form", draft.procedureKey());
        if ("LICENSE".equals(content.fact("result"))) {
            some(root, "license", content.fact("licenseType"));
        }
        subject(content, root.putObject("subject"));
        GuideText.all(root, "materials", FormText.uploads(content));
        intake(content, root.putObject("intake"));
        var joint = root.putObject("joint");
        limit(joint, "committed", content.fact("committed"), content.fact("committedUnit"));
        limit(joint, "statutory", content.fact("statutory"), content.fact("statutoryUnit"));
        some(joint, "law", content.fact("limitsLaw"));
        limit(joint, "extension", content.fact("extension"), content.fact("extensionUnit"));
        some(joint, "extension-law", content.fact("extensionLaw"));
        if ("TEXT".equals(content.fact("result"))) {
            root.putObject("grant")
                    .put("title", said(content.fact("resultText")))
                    .put("text", said(content.fact("resultBody")));
        }
        blocks(content.tree(), root.putObject("tree").putArray("sequence"));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void some(ObjectNode node, String name, String value) {
        if (!value.isBlank()) {
            node.put(name, value.strip());
        }
    }

    private static void subject(ItemContent content, ObjectNode subject) {
        var number = field(content, FormField.Use.SUBJECT_NUMBER);
        var legalPerson = content.facts("targets").equals(List.of("LEGAL_PERSON"))
                || number.filter(found -> found.field().kind() == FieldKind.CREDIT_CODE)
                        .isPresent();
        subject.put("kind", legalPerson ? "legal-person" : "person");
        subject.put(
                "name",
                field(content, FormField.Use.SUBJECT_NAME).map(Placed::pointer).orElse("/applicant/name"));
        number.ifPresent(found -> subject.put("identifier", found.pointer()));
        field(content, FormField.Use.CONTACT_NAME).ifPresent(found -> subject.put("contact", found.pointer()));
        field(content, FormField.Use.CONTACT_MOBILE).ifPresent(found -> subject.put("mobile", found.pointer()));
    }

    /** A field with its place. */
    record Placed(String pointer, FormField field) {}

    static Optional<Placed> field(ItemContent content, FormField.Use use) {
        return content.groups().stream()
                .flatMap(group -> group.fields().stream()
                        .filter(field -> field.use() == use)
                        .map(field -> new Placed("/" + group.key() + "/" + field.key(), field)))
                .findFirst();
    }

    private void intake(ItemContent content, ObjectNode intake) {
        intake.put("title", texts.say(CHINESE, "design.intake.title"));
        intake.put("department", said(content.fact("intakeDepartment")));
        intake.put("statutory", "5 wd");
        intake.put("law", texts.say(CHINESE, "design.intake.law"));
    }

    private static String said(String value) {
        return value.isBlank() ? NOTHING : value.strip();
    }

    private static void limit(ObjectNode node, String name, String amount, String unit) {
        if (!amount.isBlank()) {
            node.put(name, amount.strip() + ("CALENDAR_DAYS".equals(unit) ? " days" : " wd"));
        }
    }

    private static void blocks(List<Node> nodes, ArrayNode list) {
        nodes.forEach(node -> block(node, list.addObject()));
    }

    private static void block(Node node, ObjectNode block) {
        switch (node.kind()) {
            case STEP -> step(node, block.putObject("step"));
            case PARALLEL -> parallel(node, block.putObject("parallel"));
            case CHOICE -> choice(node, block.putObject("choice"));
            case LANE, BRANCH -> blocks(node.children(), block.putArray("sequence"));
        }
    }

    private static void step(Node node, ObjectNode step) {
        step.put("key", node.stepKey());
        step.put("title", said(node.fact("title")));
        step.put("kind", "EXAMINE".equals(node.fact("kind")) ? "examine" : "decide");
        step.put("department", said(node.fact("department")));
        if ("yes".equals(node.fact("lead"))) {
            step.put("lead", true);
        }
        limit(step, "committed", node.fact("committed"), node.fact("committedUnit"));
        limit(step, "statutory", node.fact("statutory"), node.fact("statutoryUnit"));
        some(step, "law", node.fact("law"));
        limit(step, "extension", node.fact("extension"), node.fact("extensionUnit"));
        some(step, "extension-law", node.fact("extensionLaw"));
    }

    private static void parallel(Node node, ObjectNode parallel) {
        var join = node.fact("join");
        parallel.put(
                "join",
                switch (join) {
                    case "ANY" -> "any";
                    case "COUNT" -> node.fact("count").matches("[0-9]{1,3}") ? node.fact("count") : "0";
                    default -> "all";
                });
        parallel.put(
                "others",
                switch (node.fact("others")) {
                    case "CANCEL" -> "cancel";
                    case "FINISH" -> "finish";
                    default -> "lead-finishes";
                });
        blocks(node.children(), parallel.putArray("lanes"));
    }

    private static void choice(Node node, ObjectNode choice) {
        var branches = choice.putArray("branches");
        for (var branch : node.children()) {
            if (!branch.fact("when").isBlank()) {
                var written = branches.addObject();
                written.put("when", branch.fact("when").strip());
                blocks(branch.children(), written.putObject("then").putArray("sequence"));
            }
        }
        node.children().stream()
                .filter(branch ->
                        branch.kind() == NodeKind.BRANCH && branch.fact("when").isBlank())
                .filter(branch -> !branch.children().isEmpty())
                .findFirst()
                .ifPresent(otherwise ->
                        blocks(otherwise.children(), choice.putObject("else").putArray("sequence")));
    }
}
