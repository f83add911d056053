package org.zhengtong.service.items.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.service.items.LifeEvent;

/** Everything that a pack says about items, read and checked in one go. */
final class PackItems {

    private static final String DEPARTMENTS = "organization/departments.csv";

    private final ItemRules rules;
    private final Map<ItemCode, PackItem> items = new LinkedHashMap<>();
    private final Map<String, String> departmentNames;
    private final Optional<FrontPageFile> frontPage;

    private PackItems(PackReader pack, Map<String, String> departmentNames, PackErrors errors) {
        rules = ItemRules.read(pack, errors);
        new GuideFiles(pack, rules, errors).read(item -> add(item, errors));
        new LibraryFiles(pack, rules, errors).read(item -> add(item, errors));
        frontPage = FrontPageFile.read(pack, items.keySet(), errors);
        this.departmentNames = departmentNames;
    }

    static PackItems read(PackReader pack, PackErrors errors) {
        var names = new HashMap<String, String>();
        pack.find(DEPARTMENTS)
                .ifPresent(file ->
                        file.eachRow(new PackErrors(), row -> names.put(row.text("id"), row.text("short_name"))));
        return written(pack, names, errors);
    }

    /** What is written on screen, with the departments of the platform. */
    static PackItems written(PackReader pack, Map<String, String> departmentNames, PackErrors errors) {
        var read = new PackItems(pack, departmentNames, errors);
        read.items.values().forEach(item -> read.checkDepartments(item, errors));
        return read;
    }

    private void add(PackItem item, PackErrors errors) {
        var other = items.putIfAbsent(item.content().code(), item);
        if (other != null) {
            errors.add(
                    item.file(),
                    item.line(),
                    "items.pack.double_item",
                    item.content().code().value(),
                    other.file(),
                    other.line());
        }
    }

    private void checkDepartments(PackItem item, PackErrors errors) {
        var departments = new ArrayList<String>();
        departments.add(item.content().department().value());
        item.content()
                .guide()
                .lanes()
                .forEach(lane -> departments.add(lane.department().value()));
        for (var department : departments) {
            if (!departmentNames.containsKey(department)) {
                errors.add(item.file(), item.line(), "items.pack.unknown_department", department);
            }
        }
    }

    List<LifeEvent> lifeEvents() {
        return rules.lifeEvents();
    }

    Optional<FrontPageFile> frontPage() {
        return frontPage;
    }

    List<PackItem> items() {
        return List.copyOf(items.values());
    }

    /** The words an item is found by, besides its name. */
    String searchText(PackItem item) {
        var content = item.content();
        var words = new ArrayList<String>();
        words.add(content.name());
        words.add(content.mainItem() == null ? "" : content.mainItem());
        words.addAll(item.keywords());
        words.addAll(rules.synonymsOf(content.name()));
        words.add(departmentNames.getOrDefault(content.department().value(), ""));
        rules.lifeEvents().stream()
                .filter(event -> content.themes().contains(event.code()))
                .forEach(event -> words.add(event.name()));
        return ItemWords.level(String.join(" ", words));
    }

    /** How often an item is used: as its file says, or by its place among the often used ones. */
    int popularity(PackItem item) {
        var place = frontPage
                .map(page -> page.often().indexOf(item.content().code()))
                .orElse(-1);
        return Math.max(item.popularity(), place < 0 ? 0 : Math.max(100, 500 - place));
    }
}
