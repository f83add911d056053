package org.zhengtong.service.items.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackRow;
import org.zhengtong.service.items.ItemKind;
import org.zhengtong.service.items.ItemLimits;
import org.zhengtong.service.items.ItemSource;
import org.zhengtong.service.items.ServiceGuide;
import org.zhengtong.service.items.ServiceItem;

/** Reads whole lists of items (事项清单) of a division from tables, as {@code items/libraries.yaml} describes them. */
final class LibraryFiles {

    static final String FILE = "items/libraries.yaml";

    /** What holds for every row of one table; {@code unsorted} is the word for “no main item”. */
    private record Library(
            DivisionCode division,
            int level,
            LocalDate effectiveOn,
            String source,
            String unsorted,
            Map<String, DepartmentId> departments) {}

    private final PackReader pack;
    private final ItemRules rules;
    private final PackErrors errors;

    LibraryFiles(PackReader pack, ItemRules rules, PackErrors errors) {
        this.pack = pack;
        this.rules = rules;
        this.errors = errors;
    }

    void read(Consumer<PackItem> each) {
        pack.find(FILE)
                .flatMap(file -> file.tree(errors))
                .ifPresent(root -> root.list("libraries").forEach(node -> readLibrary(node, each)));
    }

    private void readLibrary(PackNode node, Consumer<PackItem> each) {
        node.allow(Set.of("file", "division", "level", "effective_on", "source", "unsorted", "departments"), errors);
        var division = node.require("division", DivisionCode::new, errors);
        var effectiveOn = node.require("effective_on", LocalDate::parse, errors);
        var level = node.require("level", Integer::valueOf, errors);
        var departments = node.requireAt("departments", errors);
        var table = node.require("file", errors).flatMap(path -> pack.require(path, errors));
        if (division.isPresent() && effectiveOn.isPresent() && level.isPresent() && departments.isPresent()) {
            var library = new Library(
                    division.get(),
                    level.get(),
                    effectiveOn.get(),
                    node.find("source").orElse(""),
                    node.find("unsorted").orElse(""),
                    departmentsOf(departments.get(), division.get()));
            table.ifPresent(file -> file.eachRow(errors, row -> readRow(library, row, each)));
        }
    }

    private Map<String, DepartmentId> departmentsOf(PackNode node, DivisionCode division) {
        var departments = new HashMap<String, DepartmentId>();
        for (var name : node.fields().keySet()) {
            node.require(name, slug -> DepartmentId.of(division, slug), errors)
                    .ifPresent(department -> departments.put(name, department));
        }
        return departments;
    }

    private void readRow(Library library, PackRow row, Consumer<PackItem> each) {
        var code = PackFieldForms.code(row, "item_code", errors);
        var name = row.require("item_name", errors);
        var kind = row.require("task_type", ItemKind::of, errors);
        var department = row.require("department", errors);
        var id = library.departments().get(department.orElse(""));
        if (department.isPresent() && id == null) {
            errors.add(row, "items.pack.unmapped_department", department.get());
        }
        if (code.isPresent() && name.isPresent() && kind.isPresent() && id != null) {
            var content = new ServiceItem(
                    code.get(),
                    0,
                    library.effectiveOn(),
                    Instant.EPOCH,
                    name.get(),
                    row.find("main_item")
                            .filter(text -> !text.equals(library.unsorted()))
                            .orElse(null),
                    kind.get(),
                    library.level(),
                    library.division(),
                    id,
                    row.find("dept_code").orElse(null),
                    rules.targetsOf(name.get()),
                    rules.lifeEventsOf(name.get()),
                    ItemLimits.UNKNOWN,
                    null,
                    new ItemSource(library.source(), row.find("guide_url").orElse(null)),
                    ServiceGuide.EMPTY);
            each.accept(new PackItem(row.file(), row.line(), content, List.of(), 0));
        }
    }
}
