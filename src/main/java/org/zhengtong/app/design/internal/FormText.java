package org.zhengtong.app.design.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhengtong.app.design.content.FieldKind;
import org.zhengtong.app.design.content.FormField;
import org.zhengtong.app.design.content.FormGroup;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.app.design.content.Material;
import org.zhengtong.base.ui.Texts;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the form of a draft as JSON Schema with the platform's keywords (ADR 15). */
@Component
public class FormText {

    /** The page of materials that are uploaded and have no field of their own in the form. */
    static final String PAPERS = "papers";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private static final int SHORT = 200;
    private static final int LONG = 2_000;

    private final Texts texts;

    FormText(Texts texts) {
        this.texts = texts;
    }

    public String write(String itemName, ItemContent content) {
        var form = JSON.createObjectNode();
        form.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        form.put("title", texts.say(CHINESE, "design.form.title", itemName));
        form.put("type", "object");
        var pages = form.putObject("properties");
        content.groups().forEach(group -> page(group, pages.putObject(group.key())));
        var loose = loosePapers(content);
        if (!loose.isEmpty()) {
            papers(loose, pages.putObject(PAPERS));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(form);
    }

    private void page(FormGroup group, ObjectNode page) {
        page.put("type", "object");
        page.put("title", group.title());
        page.put("x-phase", texts.say(CHINESE, "design.form.phase"));
        GuideText.all(
                page,
                "required",
                group.fields().stream()
                        .filter(FormField::required)
                        .map(FormField::key)
                        .toList());
        var properties = page.putObject("properties");
        group.fields().forEach(field -> field(group, field, properties.putObject(field.key())));
    }

    private void field(FormGroup group, FormField field, ObjectNode node) {
        kind(field, node);
        node.put("title", field.title());
        if (field.help() != null && !field.help().isBlank()) {
            node.put("description", field.help());
        }
        var when = field.shownWhen();
        if (field.shownIf() != null && when != null) {
            var condition = node.putObject("x-show-if");
            condition.put("field", near(group, field.shownIf()));
            if (when.equals("true") || when.equals("false")) {
                condition.put("equals", when.equals("true"));
            } else {
                condition.put("equals", when);
            }
        }
    }

    /** A field beside it by its key, another by its pointer. */
    private static String near(FormGroup group, String path) {
        return path.startsWith(group.key() + "/") ? path.substring(group.key().length() + 1) : "/" + path;
    }

    private void kind(FormField field, ObjectNode node) {
        switch (field.kind()) {
            case TEXT -> node.put("type", "string").put("maxLength", SHORT);
            case LONG_TEXT ->
                node.put("type", "string").put("x-widget", "textarea").put("maxLength", LONG);
            case NUMBER -> node.put("type", "number");
            case DATE -> node.put("type", "string").put("format", "date");
            case CHOICE -> {
                node.put("type", "string");
                GuideText.all(node, "enum", field.options());
            }
            case YES_NO -> node.put("type", "boolean");
            case CITIZEN_NUMBER ->
                node.put("type", "string").put("format", "citizen-number").put("x-half", true);
            case CREDIT_CODE ->
                node.put("type", "string").put("format", "credit-code").put("x-half", true);
            case MOBILE -> node.put("type", "string").put("format", "mobile").put("x-half", true);
            case FILE -> files(node);
        }
    }

    private static void files(ObjectNode node) {
        node.put("type", "array").put("x-widget", "files").put("maxItems", 10).put("x-max-megabytes", 20);
        GuideText.all(node, "x-accept", List.of("application/pdf", "image/jpeg", "image/png"));
    }

    /** Materials to upload that no field of the form asks for. */
    static List<Material> loosePapers(ItemContent content) {
        var placed = content.groups().stream()
                .flatMap(group -> group.fields().stream())
                .filter(field -> field.kind() == FieldKind.FILE)
                .map(FormField::material)
                .toList();
        return content.materials().stream()
                .filter(Material::upload)
                .filter(material -> !placed.contains(material.key()))
                .toList();
    }

    private void papers(List<Material> loose, ObjectNode page) {
        page.put("type", "object");
        page.put("title", texts.say(CHINESE, "design.form.papers"));
        page.put("description", texts.say(CHINESE, "design.form.papers.hint"));
        page.put("x-phase", texts.say(CHINESE, "design.form.papers.phase"));
        GuideText.all(
                page,
                "required",
                loose.stream()
                        .filter(material -> "REQUIRED".equals(material.necessity()))
                        .map(Material::key)
                        .toList());
        var properties = page.putObject("properties");
        for (var material : loose) {
            var node = properties.putObject(material.key());
            files(node);
            node.put("title", material.name());
            var words = material.condition() == null ? material.note() : material.condition();
            if (words != null && !words.isBlank()) {
                node.put("description", words);
            }
        }
    }

    /** Pointers of everything that is uploaded. */
    static List<String> uploads(ItemContent content) {
        var pointers = new ArrayList<String>();
        for (var group : content.groups()) {
            group.fields().stream()
                    .filter(field -> field.kind() == FieldKind.FILE)
                    .forEach(field -> pointers.add("/" + group.key() + "/" + field.key()));
        }
        loosePapers(content).forEach(material -> pointers.add("/" + PAPERS + "/" + material.key()));
        return pointers;
    }
}
