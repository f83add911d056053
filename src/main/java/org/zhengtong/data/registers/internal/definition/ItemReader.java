package org.zhengtong.data.registers.internal.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormPage;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ItemType;
import org.zhengtong.data.registers.Masking;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.Sensitivity;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a form as items: each page's own fields, one value each. */
final class ItemReader {

    private static final int LONG_NUMBER = 30;

    private final JsonNode schema;
    private final JsonNode facts;
    private final DefinitionReader.FaultSink faults;
    private final Map<ItemName, RegisterItem> items = new LinkedHashMap<>();

    ItemReader(JsonNode schema, JsonNode facts, DefinitionReader.FaultSink faults) {
        this.schema = schema;
        this.facts = facts;
        this.faults = faults;
    }

    Map<ItemName, RegisterItem> read(FormSchema form) {
        form.pages().forEach(page -> page.content().fields().forEach(field -> read(page, field)));
        return items;
    }

    private void read(FormPage page, Field field) {
        var place = "schema/properties/" + page.key() + "/properties/" + field.key();
        if (!ItemName.fits(field.key())) {
            faults.fault(place, "item_name", field.key());
            return;
        }
        var type = type(field);
        if (type == null || field.head().formula() != null || field.head().shownIf() != null) {
            faults.fault(place, "item_kind", field.key());
            return;
        }
        var own = schema.path("properties").path(page.key()).path("properties").path(field.key());
        var name = new ItemName(field.key());
        var item = new RegisterItem(
                name,
                field.head().title(),
                page.title(),
                type,
                rules(field, own),
                field instanceof Field.Choice choice ? choice.options() : List.of(),
                sensitivity(facts.path(name.value())),
                masking(name, type));
        if (items.put(name, item) != null) {
            faults.fault(place, "same_item", name);
        }
    }

    private static @Nullable ItemType type(Field field) {
        return switch (field) {
            case Field.Text _ -> ItemType.TEXT;
            case Field.Day _ -> ItemType.DATE;
            case Field.Number number -> number.whole() ? ItemType.WHOLE : ItemType.DECIMAL;
            case Field.YesNo _ -> ItemType.YES_NO;
            case Field.Choice choice -> choice.many() ? null : ItemType.CHOICE;
            case Field.Group _, Field.Rows _, Field.Files _ -> null;
        };
    }

    private static RegisterItem.Rules rules(Field field, JsonNode own) {
        var pattern = own.path("pattern").isString() ? own.path("pattern").asString() : null;
        return switch (field) {
            case Field.Text text ->
                new RegisterItem.Rules(
                        field.head().required(), text.maxLength(), pattern, text.format(), null, null, null);
            case Field.Number number ->
                new RegisterItem.Rules(
                        field.head().required(),
                        LONG_NUMBER,
                        null,
                        null,
                        number.least(),
                        number.most(),
                        number.unit() == null ? null : number.unit().chinese());
            default -> new RegisterItem.Rules(field.head().required(), 200, null, null, null, null, null);
        };
    }

    static Sensitivity sensitivity(JsonNode facts) {
        return DefinitionReader.sensitivityOf(facts.path("sensitivity").asString(""))
                .orElse(Sensitivity.INTERNAL);
    }

    private @Nullable Masking masking(ItemName name, ItemType type) {
        var node = facts.path(name.value());
        var said = node.path("masking").asString("");
        if (!said.isEmpty() && DefinitionReader.masking(said).isEmpty()) {
            faults.fault("items." + name, "masking", said);
        }
        return DefinitionReader.masking(said).orElse(sensitivity(node) != Sensitivity.PERSONAL ? null : usual(type));
    }

    /** Personal data without a mask of its own is not shown at all, except the year of a date. */
    private static Masking usual(ItemType type) {
        return type == ItemType.DATE ? Masking.YEAR : Masking.HIDDEN;
    }
}
