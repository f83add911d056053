package org.zhengtong.data.registers.web.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.ReadPermit.Comparison;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.registers.RecordQuery;
import org.zhengtong.data.registers.RegisterDefinition;

/**
 * What is looked for in a register, as the address says it: a text, one filter on an item, an order, a place to go on.
 */
public record RecordsForm(
        @Nullable String text,
        @Nullable String item,
        @Nullable String value,
        @Nullable String sort,
        @Nullable Boolean down,
        @Nullable Boolean ended,
        @Nullable String after) {

    private static String plain(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    public String textValue() {
        return plain(text);
    }

    public String itemValue() {
        return plain(item);
    }

    public String valueValue() {
        return plain(value);
    }

    public String sortValue() {
        return plain(sort);
    }

    public boolean descending() {
        return Boolean.TRUE.equals(down);
    }

    public boolean withEnded() {
        return Boolean.TRUE.equals(ended);
    }

    public boolean continued() {
        return !plain(after).isEmpty();
    }

    /** An item that the permit gives in the clear: who may not see a value may not search or sort by it either. */
    static Optional<ItemName> usable(String name, RegisterDefinition register, ReadPermit permit) {
        return ItemName.fits(name)
                ? Optional.of(new ItemName(name))
                        .filter(item -> register.items().containsKey(item))
                        .filter(item -> permit.items().contains(item))
                : Optional.empty();
    }

    RecordQuery toQuery(RegisterDefinition register, ReadPermit permit, int most) {
        return new RecordQuery(
                register.code(),
                textValue(),
                conditions(register, permit),
                null,
                usable(sortValue(), register, permit)
                        .filter(item -> !permit.masks().containsKey(item))
                        .orElse(null),
                descending(),
                withEnded(),
                continued() ? plain(after) : null,
                most);
    }

    private List<Condition> conditions(RegisterDefinition register, ReadPermit permit) {
        var conditions = new ArrayList<Condition>();
        usable(itemValue(), register, permit)
                .filter(_ -> !valueValue().isEmpty())
                .map(register::require)
                .ifPresent(item -> conditions.add(
                        switch (item.type()) {
                            case TEXT, GEOMETRY ->
                                new Condition(item.name(), Comparison.BEGINS_WITH, List.of(valueValue()));
                            case CHOICE, DATE, WHOLE, DECIMAL, YES_NO -> Condition.equal(item.name(), kept(item));
                        }));
        return conditions;
    }

    private String kept(org.zhengtong.data.registers.RegisterItem item) {
        return String.valueOf(new org.zhengtong.data.registers.internal.loading.WrittenForms(item).form(valueValue()));
    }

    /** The same search as the query of an address. */
    public String query() {
        return query(sortValue(), descending());
    }

    /** The same search in another order. */
    public String query(String order, boolean descends) {
        var parts = new StringJoiner("&", "?", "");
        add(parts, "text", textValue());
        if (!valueValue().isEmpty()) {
            add(parts, "item", itemValue());
            add(parts, "value", valueValue());
        }
        add(parts, "sort", order);
        if (descends) {
            parts.add("down=true");
        }
        if (withEnded()) {
            parts.add("ended=true");
        }
        return parts.toString();
    }

    private static void add(StringJoiner parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8));
        }
    }
}
