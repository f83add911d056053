package org.zhengtong.data.registers;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.Words;

/**
 * An item of a register: what the schema says of it, and who may see how much.
 *
 * @param group title of the page of the schema that holds it
 * @param codes values that may stand here; empty when any may
 * @param masking how it is shown to who may not see it in the clear; null for an item without a mask
 */
public record RegisterItem(
        ItemName name,
        Words title,
        Words group,
        ItemType type,
        Rules rules,
        List<Field.Option> codes,
        Sensitivity sensitivity,
        @Nullable Masking masking) {

    public RegisterItem {
        codes = List.copyOf(codes);
    }

    /** What a value must keep to. */
    public record Rules(
            boolean required,
            int maxLength,
            @Nullable String pattern,
            Field.@Nullable Format format,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            @Nullable String unit) {}

    public boolean required() {
        return rules.required();
    }
}
