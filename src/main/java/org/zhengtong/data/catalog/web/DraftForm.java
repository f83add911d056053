package org.zhengtong.data.catalog.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.catalog.Opening;
import org.zhengtong.data.catalog.Openness;
import org.zhengtong.data.catalog.ResourceItem;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.ResourceMetadata.Supplement;
import org.zhengtong.data.catalog.Sharing;
import org.zhengtong.data.catalog.SharingType;

/** The editor's fields as texts: what was typed stays, also when it cannot be read. */
public final class DraftForm {
    private static final int MOST_ITEMS = 500;
    private static final int LONGEST = 4_000;
    private static final String ITEM = "items-";
    private static final String EXTENSION = "extension-";

    private final Map<String, String> values;
    private final List<String> modes;
    private final int items;

    private DraftForm(Map<String, String> values, List<String> modes, int items) {
        this.values = values;
        this.modes = modes;
        this.items = items;
    }

    /** What a sheet shows at first. */
    static DraftForm of(ResourceMetadata sheet) {
        var more = sheet.supplement();
        var values = new HashMap<String, String>();
        values.put("name", sheet.name());
        values.put("classCode", sheet.classCode());
        values.put("summary", sheet.summary());
        values.put("format", sheet.format());
        values.put("sharing", name(sheet.sharing().type()));
        values.put("condition", sheet.sharing().condition());
        values.put("basis", sheet.sharing().basis());
        values.put("openness", name(sheet.opening().openness()));
        values.put("openCondition", sheet.opening().condition());
        values.put("updateCycle", sheet.updateCycle());
        values.put("publishedOn", Objects.toString(sheet.publishedOn(), ""));
        values.put("related", String.join("\n", sheet.related()));
        values.put("domain", more.domain());
        values.put("keywords", more.keywords());
        values.put("sensitivity", more.sensitivity());
        values.put("recordCount", Objects.toString(more.recordCount(), ""));
        more.extension().forEach((key, value) -> values.put(EXTENSION + key, value));
        for (var place = 0; place < sheet.items().size(); place++) {
            put(values, ITEM + place + "-", sheet.items().get(place));
        }
        return new DraftForm(values, sheet.sharing().modes(), sheet.items().size());
    }

    private static String name(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }

    private static void put(Map<String, String> values, String id, ResourceItem item) {
        values.put(id + "name", item.name());
        values.put(id + "code", item.code());
        values.put(id + "dataType", item.dataType());
        values.put(id + "length", item.length() == 0 ? "" : String.valueOf(item.length()));
        values.put(id + "sharing", name(item.sharing()));
        values.put(id + "open", item.open() ? "true" : "");
        values.put(id + "personal", item.personal() ? "true" : "");
        values.put(id + "source", item.source());
    }

    /** What was sent. */
    static DraftForm of(MultiValueMap<String, String> sent) {
        var values = new HashMap<String, String>();
        var items = 0;
        for (var name : sent.keySet()) {
            var value = Objects.requireNonNullElse(sent.getFirst(name), "");
            values.put(name, value.substring(0, Math.min(value.length(), LONGEST)));
            if (name.matches("items-\\d{1,3}-name")) {
                items = Math.max(items, Integer.parseInt(name.substring(ITEM.length(), name.lastIndexOf('-'))) + 1);
            }
        }
        return new DraftForm(values, sent.getOrDefault("modes", List.of()), Math.min(items, MOST_ITEMS));
    }

    /** A field's text. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether a way of sharing is ticked. */
    public boolean hasMode(String mode) {
        return modes.contains(mode);
    }

    /** How many items are written down. */
    public int items() {
        return items;
    }

    /** The same without one item. */
    DraftForm without(int place) {
        var kept = new HashMap<>(values);
        for (var name : List.of("name", "code", "dataType", "length", "sharing", "open", "personal", "source")) {
            kept.remove(ITEM + place + "-" + name);
        }
        return new DraftForm(kept, modes, items);
    }

    /** The sheet that the fields make; what cannot be read is told and left out. */
    ResourceMetadata sheet(ResourceMetadata before, List<FieldFault> faults, Shell shell) {
        return new ResourceMetadata(
                value("classCode"),
                value("name").strip(),
                before.provider(),
                value("summary").strip(),
                value("format"),
                items(faults, shell),
                new Sharing(
                        constant(SharingType.class, value("sharing")),
                        value("condition").strip(),
                        modes,
                        value("basis").strip()),
                new Opening(
                        constant(Openness.class, value("openness")),
                        value("openCondition").strip()),
                value("updateCycle"),
                date(faults, shell),
                Arrays.stream(value("related").split("[\\s、，,;；]+"))
                        .filter(code -> !code.isBlank())
                        .toList(),
                supplement(before.supplement(), faults, shell));
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private List<ResourceItem> items(List<FieldFault> faults, Shell shell) {
        var found = new ArrayList<ResourceItem>();
        for (var place = 0; place < items; place++) {
            var id = ITEM + place + "-";
            if (value(id + "name").isBlank() && value(id + "code").isBlank()) {
                continue;
            }
            found.add(new ResourceItem(
                    value(id + "name").strip(),
                    value(id + "code").strip(),
                    value(id + "dataType"),
                    (int) number(id + "length", faults, shell),
                    constant(SharingType.class, value(id + "sharing")),
                    value(id + "open").equals("true"),
                    value(id + "personal").equals("true"),
                    value(id + "source").strip()));
        }
        return found;
    }

    private long number(String field, List<FieldFault> faults, Shell shell) {
        var text = value(field).strip().replace(" ", "");
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,9}")) {
            faults.add(new FieldFault(field, shell.say("catalog.rule.NUMBER_WRONG", text)));
            return 0;
        }
        return Long.parseLong(text);
    }

    private @Nullable LocalDate date(List<FieldFault> faults, Shell shell) {
        var text = value("publishedOn").strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            faults.add(new FieldFault("publishedOn", shell.say("catalog.rule.DATE_WRONG", text)));
            return null;
        }
    }

    private Supplement supplement(Supplement before, List<FieldFault> faults, Shell shell) {
        var extension = new TreeMap<String, String>();
        values.forEach((name, value) -> {
            if (name.startsWith(EXTENSION) && !value.isBlank()) {
                extension.put(name.substring(EXTENSION.length()), value.strip());
            }
        });
        var records = number("recordCount", faults, shell);
        return new Supplement(
                before.division(),
                value("domain"),
                value("keywords").strip(),
                value("sensitivity"),
                before.externalId(),
                value("recordCount").isBlank() ? null : records,
                before.sourceUrl(),
                extension);
    }
}
