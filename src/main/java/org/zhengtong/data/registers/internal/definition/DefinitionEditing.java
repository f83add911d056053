package org.zhengtong.data.registers.internal.definition;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.Registers.DefineOutcome;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes to one item of a definition, made in its text so that every other word of it stays. */
@Component
public class DefinitionEditing {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Registers registers;

    DefinitionEditing(Registers registers) {
        this.registers = registers;
    }

    /**
     * What an item is to be.
     *
     * @param type of a new item: {@code string}, {@code date}, {@code integer}, {@code number}, {@code boolean}
     * @param group page of the schema that a new item goes to
     */
    public record ItemEdit(
            ItemName name,
            String titleZh,
            String titleEn,
            String type,
            int maxLength,
            String group,
            String sensitivity,
            String masking,
            DepartmentId source,
            LocalDate sourceFrom) {}

    public DefineOutcome save(RegisterDefinition register, ItemEdit edit, Actor by) {
        var root = (ObjectNode) JSON.readTree(register.body());
        var page = page(root, register, edit);
        var property = page.withObjectProperty("properties")
                .withObjectProperty(edit.name().value());
        if (register.find(edit.name()).isEmpty()) {
            type(property, edit);
        }
        property.put("title", edit.titleZh());
        property.withObjectProperty("x-en").put("title", edit.titleEn());
        var facts =
                root.withObjectProperty("items").withObjectProperty(edit.name().value());
        facts.put("sensitivity", edit.sensitivity());
        if (edit.masking().isEmpty()) {
            facts.remove("masking");
        } else {
            facts.put("masking", edit.masking());
        }
        if (!register.sourceOf(edit.name(), edit.sourceFrom()).equals(edit.source())) {
            source(root, edit);
        }
        return registers.define(root.toString(), by);
    }

    private static ObjectNode page(ObjectNode root, RegisterDefinition register, ItemEdit edit) {
        var pages = root.withObjectProperty("schema").withObjectProperty("properties");
        for (var page : pages.properties()) {
            if (page.getValue().path("properties").has(edit.name().value())
                    || register.find(edit.name()).isEmpty() && page.getKey().equals(edit.group())) {
                return (ObjectNode) page.getValue();
            }
        }
        return (ObjectNode) pages.properties().iterator().next().getValue();
    }

    private static void type(ObjectNode property, ItemEdit edit) {
        switch (edit.type()) {
            case "date" -> property.put("type", "string").put("format", "date");
            case "integer", "number", "boolean" -> property.put("type", edit.type());
            default -> property.put("type", "string").put("maxLength", edit.maxLength());
        }
    }

    /** From the day on the other department; what counted before stays in the definition. */
    private static void source(ObjectNode root, ItemEdit edit) {
        var sources = root.path("sources") instanceof ArrayNode list ? list : root.putArray("sources");
        for (var each : sources) {
            if (each.path("from").asString("").equals(edit.sourceFrom().toString())
                    && each.path("items") instanceof ArrayNode items) {
                var left = items.valueStream()
                        .filter(name -> !name.asString("").equals(edit.name().value()))
                        .toList();
                items.removeAll();
                left.forEach(items::add);
            }
        }
        sources.addObject()
                .put("department", edit.source().value())
                .put("from", edit.sourceFrom().toString())
                .putArray("items")
                .add(edit.name().value());
    }

    /** Keys and titles of the schema's pages, for a new item's place. */
    public static List<String[]> groups(RegisterDefinition register, java.util.Locale locale) {
        return register.form().pages().stream()
                .map(page -> new String[] {page.key(), page.title().in(locale)})
                .toList();
    }
}
