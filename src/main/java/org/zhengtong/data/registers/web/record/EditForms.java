package org.zhengtong.data.registers.web.record;

import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.registers.ItemType;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The form of a record: all items of the register's schema on one page, and from when and why. */
@Component
class EditForms {

    static final String PAGE = "record";
    static final String VALID_FROM = "changeValidFrom";
    static final String REASON = "changeReason";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_REASON = 300;

    private final Forms forms;
    private final Texts texts;

    EditForms(Forms forms, Texts texts) {
        this.forms = forms;
        this.texts = texts;
    }

    FormSchema of(RegisterDefinition register, boolean fresh) {
        var schema = (ObjectNode) JSON.readTree(register.body()).path("schema");
        var whole = schema.deepCopy();
        var page = JSON.createObjectNode().put("type", "object");
        words(page, "registers.edit.page");
        var properties = page.putObject("properties");
        var required = page.putArray("required");
        for (var group : schema.path("properties")) {
            group.path("properties").properties().forEach(each -> {
                if (fresh || !each.getKey().equals(register.facts().key().value())) {
                    properties.set(each.getKey(), each.getValue().deepCopy());
                }
            });
            group.path("required").forEach(name -> {
                if (properties.has(name.asString(""))) {
                    required.add(name.asString(""));
                }
            });
        }
        register.items().values().stream()
                .filter(item -> item.type() == ItemType.GEOMETRY)
                .forEach(item -> words(
                        properties
                                .putObject(item.name().value())
                                .put("type", "string")
                                .put("maxLength", 20_000)
                                .put("x-widget", "textarea"),
                        "registers.edit.geometry"));
        words(
                properties.putObject(VALID_FROM).put("type", "string").put("format", "date"),
                "registers.edit.valid_from");
        words(
                properties.putObject(REASON).put("type", "string").put("maxLength", LONGEST_REASON),
                "registers.edit.reason");
        required.add(VALID_FROM).add(REASON);
        whole.putObject("properties").set(PAGE, page);
        return forms.parse(whole.toString());
    }

    private void words(ObjectNode node, String key) {
        node.put("title", texts.say(java.util.Locale.CHINESE, key));
        node.putObject("x-en").put("title", texts.say(java.util.Locale.ENGLISH, key));
    }

    /** A record as answers to this form. */
    static ObjectNode answers(RegisterDefinition register, RegisterRecord record) {
        var page = JSON.createObjectNode();
        register.items().values().forEach(item -> {
            switch (record.values().get(item.name())) {
                case null -> page.remove(item.name().value());
                case Long number -> page.put(item.name().value(), number);
                case java.math.BigDecimal number -> page.put(item.name().value(), number);
                case Boolean yes -> page.put(item.name().value(), yes);
                case Object value -> page.put(item.name().value(), value.toString());
            }
        });
        return JSON.createObjectNode().set(PAGE, page);
    }

    static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.isMissingNode() || value.isNull() ? "" : value.toString();
    }
}
