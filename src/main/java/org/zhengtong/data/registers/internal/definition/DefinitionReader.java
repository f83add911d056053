package org.zhengtong.data.registers.internal.definition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.schema.Words;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ItemSource;
import org.zhengtong.data.registers.ItemType;
import org.zhengtong.data.registers.Masking;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterDefinition.RegisterFacts;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.Registers.DefinitionFault;
import org.zhengtong.data.registers.Sensitivity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a definition in YAML or JSON: the schema as a form, and the facts of the register beside it. */
final class DefinitionReader {

    static final int USUAL_CHECK_DAYS = 10;
    private static final int MOST_PARTITIONS = 256;
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Forms forms;
    private final List<DefinitionFault> faults = new ArrayList<>();

    DefinitionReader(Forms forms) {
        this.forms = forms;
    }

    /** The definition, or what is wrong with it. */
    record Reading(@Nullable RegisterDefinition definition, List<DefinitionFault> faults) {}

    Reading read(String text, int version) {
        try {
            var root = YAML.readTree(text);
            var definition = root.isObject() ? definition(root, version) : null;
            if (!root.isObject()) {
                fault("", "not_an_object");
            }
            return new Reading(faults.isEmpty() ? definition : null, faults);
        } catch (JacksonException wrong) {
            fault("", "syntax", String.valueOf(wrong.getOriginalMessage()));
            return new Reading(null, faults);
        }
    }

    private void fault(String place, String key, Object... arguments) {
        faults.add(new DefinitionFault(
                place,
                "registers.fault." + key,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList()));
    }

    private @Nullable RegisterDefinition definition(JsonNode root, int version) {
        var schema = root.path("schema").toString();
        forms.faultsIn(schema)
                .forEach(each ->
                        fault("schema" + each.pointer(), "schema", each.text().chinese()));
        if (!RegisterCode.fits(text(root, "code"))) {
            fault("code", "code", text(root, "code"));
        }
        if (!faults.isEmpty()) {
            return null;
        }
        var form = forms.parse(schema);
        var items = new ItemReader(root.path("schema"), root.path("items"), this::fault).read(form);
        geometry(root.path("geometry")).ifPresent(item -> items.put(item.name(), item));
        columnsDiffer(items.values());
        root.path("items").propertyNames().stream()
                .filter(name ->
                        items.keySet().stream().noneMatch(item -> item.value().equals(name)))
                .forEach(name -> fault("items." + name, "unknown_item", name));
        var facts = facts(root, items);
        var sources = sources(root.path("sources"), items);
        return facts == null
                ? null
                : new RegisterDefinition(
                        new RegisterCode(text(root, "code")),
                        version,
                        form.title(),
                        form.description(),
                        facts,
                        form,
                        items,
                        sources,
                        root.toString());
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("").strip();
    }

    private Optional<RegisterItem> geometry(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        if (!ItemName.fits(text(node, "name"))) {
            fault("geometry", "item_name", text(node, "name"));
            return Optional.empty();
        }
        var title = new Words(text(node.path("title"), "zh"), text(node.path("title"), "en"));
        return Optional.of(new RegisterItem(
                new ItemName(text(node, "name")),
                title,
                title,
                ItemType.GEOMETRY,
                new RegisterItem.Rules(node.path("required").asBoolean(false), 4_000_000, null, null, null, null, null),
                List.of(),
                ItemReader.sensitivity(node),
                null));
    }

    private void columnsDiffer(Iterable<RegisterItem> items) {
        var columns = new TreeSet<String>();
        for (var item : items) {
            if (!columns.add(item.name().column())) {
                fault("schema", "same_column", item.name());
            }
        }
    }

    private @Nullable RegisterFacts facts(JsonNode root, Map<ItemName, RegisterItem> items) {
        var holder = department(text(root, "holder"), "holder");
        var key = item(root, "key", items);
        var label = root.has("label") ? item(root, "label", items) : key;
        var keyItem = key == null ? null : items.get(key);
        if (keyItem != null && !Set.of(ItemType.TEXT, ItemType.CHOICE).contains(keyItem.type())) {
            fault("key", "key_not_text", keyItem.name());
        }
        if (keyItem != null && !keyItem.required()) {
            fault("key", "key_not_required", keyItem.name());
        }
        var partitions = root.path("partitions").asInt(0);
        if (partitions < 0 || partitions > MOST_PARTITIONS) {
            fault("partitions", "partitions", MOST_PARTITIONS);
        }
        var geometry = root.path("geometry").isObject() ? ItemName.fits(text(root.path("geometry"), "name")) : false;
        if (holder == null || key == null || label == null) {
            return null;
        }
        return new RegisterFacts(
                text(root, "resource"),
                holder,
                key,
                label,
                geometry ? new ItemName(text(root.path("geometry"), "name")) : null,
                root.path("indexes")
                        .valueStream()
                        .map(each -> names(each, "indexes", items))
                        .toList(),
                root.has("search") ? names(root.path("search"), "search", items) : List.of(label),
                partitions,
                root.path("open").asBoolean(false),
                root.path("check-days").asInt(USUAL_CHECK_DAYS));
    }

    private List<ItemName> names(JsonNode list, String place, Map<ItemName, RegisterItem> items) {
        var names = new ArrayList<ItemName>();
        list.valueStream().map(each -> each.asString("")).forEach(text -> {
            var name = known(text, place, items);
            if (name != null) {
                names.add(name);
            }
        });
        return names;
    }

    private @Nullable ItemName item(JsonNode root, String place, Map<ItemName, RegisterItem> items) {
        return known(text(root, place), place, items);
    }

    private @Nullable ItemName known(String text, String place, Map<ItemName, RegisterItem> items) {
        var name = ItemName.fits(text) ? new ItemName(text) : null;
        if (name == null || !items.containsKey(name)) {
            fault(place, "unknown_item", text);
            return null;
        }
        return name;
    }

    private @Nullable DepartmentId department(String text, String place) {
        try {
            return new DepartmentId(text);
        } catch (IllegalArgumentException wrong) {
            fault(place, "department", text);
            return null;
        }
    }

    private List<ItemSource> sources(JsonNode list, Map<ItemName, RegisterItem> items) {
        var sources = new LinkedHashMap<String, ItemSource>();
        list.valueStream().forEach(node -> {
            var department = department(text(node, "department"), "sources");
            var from = date(text(node, "from"));
            if (department != null && from != null) {
                for (var item : names(node.path("items"), "sources", items)) {
                    if (sources.put(item + " " + from, new ItemSource(item, department, from)) != null) {
                        fault("sources", "two_sources", item, from);
                    }
                }
            }
        });
        return List.copyOf(sources.values());
    }

    private @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            fault("sources", "date", text);
            return null;
        }
    }

    /** Where an item's facts do not fit. */
    interface FaultSink {
        void fault(String place, String key, Object... arguments);
    }

    static Optional<Masking> masking(String text) {
        return java.util.Arrays.stream(Masking.values())
                .filter(each -> each.name().equals(text))
                .findFirst();
    }

    static Optional<Sensitivity> sensitivityOf(String text) {
        return java.util.Arrays.stream(Sensitivity.values())
                .filter(each -> each.name().equals(text))
                .findFirst();
    }
}
