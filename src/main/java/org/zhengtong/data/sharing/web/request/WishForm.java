package org.zhengtong.data.sharing.web.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.TypedDay;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ItemType;
import org.zhengtong.data.registers.ReadPermit.Comparison;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.sharing.Requests.Offer;
import org.zhengtong.data.sharing.Way;
import org.zhengtong.data.sharing.Wish;

/** What somebody typed to ask for data. */
public record WishForm(
        @Nullable String purpose,
        @Nullable String basis,
        @Nullable List<String> items,
        @Nullable String rowItem,
        @Nullable String rowValue,
        @Nullable String quota,
        @Nullable String until,
        @Nullable List<String> ways,
        @Nullable String node,
        @Nullable Integer revision,
        @Nullable String act) {

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static WishForm of(Wish wish, int revision) {
        var row = wish.rows().isEmpty() ? null : wish.rows().getFirst();
        var until = wish.until();
        return new WishForm(
                wish.purpose(),
                wish.basis(),
                wish.items().stream().map(ItemName::value).toList(),
                row == null ? "" : row.item().value(),
                row == null ? "" : String.join("、", row.values()),
                String.valueOf(wish.quota()),
                until == null ? "" : until.toString(),
                wish.ways().stream().map(Way::name).toList(),
                wish.node(),
                revision,
                "");
    }

    Wish toWish(Offer offer) {
        return new Wish(
                plain(purpose),
                plain(basis),
                itemNames(),
                rows(offer),
                number(),
                TypedDay.of(until).orElse(null),
                chosenWays(),
                plain(node));
    }

    private Set<ItemName> itemNames() {
        return items == null
                ? Set.of()
                : items.stream().filter(ItemName::fits).map(ItemName::new).collect(Collectors.toSet());
    }

    /** One condition: any of some values; of a text, its beginning. */
    private List<Condition> rows(Offer offer) {
        var name = plain(rowItem);
        var values = new ArrayList<String>();
        for (var value : plain(rowValue).split("[,，、\\s]+")) {
            if (!value.isBlank()) {
                values.add(value);
            }
        }
        if (!ItemName.fits(name) || values.isEmpty()) {
            return List.of();
        }
        var item = new ItemName(name);
        var text = offer.find(item).filter(each -> each.type() == ItemType.TEXT).isPresent();
        return List.of(
                text && values.size() == 1
                        ? new Condition(item, Comparison.BEGINS_WITH, values)
                        : new Condition(item, Comparison.ANY_OF, values));
    }

    private int number() {
        var typed = plain(quota).replace(" ", "");
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }

    private Set<Way> chosenWays() {
        var names = ways == null ? Set.<String>of() : new HashSet<>(ways);
        return Arrays.stream(Way.values())
                .filter(way -> names.contains(way.name()))
                .collect(Collectors.toSet());
    }

    public String value(String field) {
        return switch (field) {
            case "purpose" -> plain(purpose);
            case "basis" -> plain(basis);
            case "rowItem" -> plain(rowItem);
            case "rowValue" -> plain(rowValue);
            case "quota" -> plain(quota);
            case "until" -> plain(until);
            case "node" -> plain(node);
            default -> throw new IllegalArgumentException(field);
        };
    }

    public boolean hasItem(String name) {
        return items != null && items.contains(name);
    }

    public boolean hasWay(String name) {
        return ways != null && ways.contains(name);
    }

    int seenRevision() {
        return revision == null ? 0 : revision;
    }
}
