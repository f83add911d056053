package org.zhengtong.app.design.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.app.design.content.Material;
import org.zhengtong.app.design.content.Node;
import org.zhengtong.app.design.content.NodeKind;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.license.LicenseTypes;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a draft as a pack's guide file ({@code items/guides/}). */
@Component
class GuideText {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final Texts texts;
    private final LicenseTypes licenses;
    private final Clock clock;

    GuideText(Texts texts, LicenseTypes licenses, Clock clock) {
        this.texts = texts;
        this.licenses = licenses;
        this.clock = clock;
    }

    String write(ItemDesign draft) {
        var root = JSON.createObjectNode();
        item(draft, root.putObject("item"));
        guide(draft.content(), root.putObject("guide"));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private void item(ItemDesign draft, ObjectNode item) {
        var content = draft.content();
        item.put("code", draft.code());
        item.put("name", draft.name());
        item.put("kind", content.fact("kind"));
        item.put("level", content.fact("level"));
        item.put("division", draft.department().division().value());
        item.put("department", draft.department().value());
        item.put("effective_on", LocalDate.now(clock).toString());
        all(item, "targets", content.facts("targets"));
        all(item, "themes", content.facts("themes"));
        item.put("procedure", draft.procedureKey());
        limit(item, "committed", content.fact("committed"), content.fact("committedUnit"));
        limit(item, "statutory", content.fact("statutory"), content.fact("statutoryUnit"));
    }

    static void all(ObjectNode node, String name, List<String> values) {
        var list = node.putArray(name);
        values.forEach(list::add);
    }

    private static void limit(ObjectNode node, String name, String amount, String unit) {
        if (amount.matches("[0-9]{1,4}")) {
            node.putObject(name)
                    .put("CALENDAR_DAYS".equals(unit) ? "calendar_days" : "working_days", Integer.valueOf(amount));
        }
    }

    private void guide(ItemContent content, ObjectNode guide) {
        some(guide, "summary", content.fact("summary"));
        some(guide, "audience", content.fact("audience"));
        all(
                guide,
                "conditions",
                content.fact("conditions")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(String::strip)
                        .toList());
        fee(content, guide);
        some(guide, "visits", content.fact("visits"));
        some(guide, "result", result(content));
        all(guide, "forms", content.facts("forms"));
        var materials = guide.putArray("materials");
        content.materials().forEach(material -> material(material, materials.addObject()));
        steps(guide);
        lanes(content, guide);
        laws(content, guide);
        window(content, guide.putObject("window"));
    }

    private static void some(ObjectNode node, String name, String value) {
        if (!value.isBlank()) {
            node.put(name, value.strip());
        }
    }

    private void fee(ItemContent content, ObjectNode guide) {
        if ("YES".equals(content.fact("fee"))) {
            guide.put("fee", texts.say(CHINESE, "design.guide.fee"));
            some(guide, "fee_note", content.fact("feeNote"));
        } else {
            guide.put("fee", texts.say(CHINESE, "design.guide.no-fee"));
        }
    }

    /** What the applicant gets, in words. */
    private String result(ItemContent content) {
        return switch (content.fact("result")) {
            case "LICENSE" ->
                licenses.list().stream()
                        .filter(kind -> kind.key().equals(content.fact("licenseType")))
                        .map(LicenseTypes.Kind::title)
                        .findFirst()
                        .orElse("");
            case "TEXT" -> content.fact("resultText");
            default -> texts.say(CHINESE, "design.guide.no-result");
        };
    }

    private static void material(Material material, ObjectNode node) {
        node.put("name", material.name());
        some(node, "source", material.source());
        node.put("necessity", material.necessity());
        some(node, "originals", material.originals());
        some(node, "copies", material.copies());
        some(node, "condition", material.condition() == null ? "" : material.condition());
        some(node, "notes", material.note() == null ? "" : material.note());
    }

    private void steps(ObjectNode guide) {
        var steps = guide.putArray("steps");
        for (var step : List.of("first", "last")) {
            steps.addObject()
                    .put("title", texts.say(CHINESE, "design.guide." + step + ".title"))
                    .put("text", texts.say(CHINESE, "design.guide." + step + ".text"));
        }
    }

    /** The lanes of the first parallel, each by its first step: what several departments do at the same time. */
    private static void lanes(ItemContent content, ObjectNode guide) {
        var lanes = guide.putArray("lanes");
        content.nodes()
                .filter(node -> node.kind() == NodeKind.PARALLEL)
                .findFirst()
                .ifPresent(parallel -> parallel.children().stream()
                        .flatMap(lane -> lane.all()
                                .filter(node -> node.kind() == NodeKind.STEP)
                                .limit(1))
                        .forEach(step -> lane(step, lanes.addObject())));
    }

    private static void lane(Node step, ObjectNode lane) {
        lane.put("department", step.fact("department"));
        lane.put("task", step.fact("title"));
        limit(lane, "committed", step.fact("committed"), step.fact("committedUnit"));
        limit(lane, "statutory", step.fact("statutory"), step.fact("statutoryUnit"));
    }

    private void laws(ItemContent content, ObjectNode guide) {
        var laws = guide.putArray("laws");
        if (!content.fact("law").isBlank()) {
            laws.addObject()
                    .put("law", content.fact("law"))
                    .put("article", content.fact("article"))
                    .put("subject", texts.say(CHINESE, "design.guide.law-subject"))
                    .put("text", content.fact("lawText"));
        }
    }

    private static void window(ItemContent content, ObjectNode window) {
        some(window, "address", content.fact("address"));
        some(window, "hours", content.fact("hours"));
        some(window, "phone", content.fact("phone"));
        some(window, "complaint_phone", content.fact("complaintPhone"));
    }
}
