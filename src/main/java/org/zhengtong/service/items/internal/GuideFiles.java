package org.zhengtong.service.items.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.service.items.ItemKind;
import org.zhengtong.service.items.ServiceItem;

/** Reads items with a full guide, one YAML file each, from {@code items/guides/}. */
final class GuideFiles {

    static final String FOLDER = "items/guides/";

    private static final Set<String> FIELDS = Set.of(
            "code",
            "name",
            "main_item",
            "kind",
            "level",
            "division",
            "department",
            "department_code",
            "effective_on",
            "targets",
            "themes",
            "procedure",
            "keywords",
            "popularity",
            "committed",
            "statutory",
            "joint");

    private final PackReader pack;
    private final ItemRules rules;
    private final PackErrors errors;

    GuideFiles(PackReader pack, ItemRules rules, PackErrors errors) {
        this.pack = pack;
        this.rules = rules;
        this.errors = errors;
    }

    void read(Consumer<PackItem> each) {
        for (var file : pack.list(FOLDER)) {
            file.tree(errors).ifPresent(root -> {
                root.allow(Set.of("item", "guide"), errors);
                var guide = root.requireAt("guide", errors);
                var item = root.requireAt("item", errors);
                if (guide.isPresent() && item.isPresent()) {
                    readItem(item.get(), guide.get(), each);
                }
            });
        }
    }

    private void readItem(PackNode node, PackNode guide, Consumer<PackItem> each) {
        node.allow(FIELDS, errors);
        var code = PackFieldForms.code(node, "code", errors);
        var name = node.require("name", errors);
        var kind = node.require("kind", ItemKind::of, errors);
        var level = node.require("level", Integer::valueOf, errors);
        var division = node.require("division", DivisionCode::new, errors);
        var department = node.require("department", DepartmentId::new, errors);
        var effectiveOn = node.require("effective_on", LocalDate::parse, errors);
        var popularity = node.find("popularity", Integer::valueOf, errors).orElse(0);
        var limits = PackFieldForms.limits(node, errors);
        var targets = PackFieldForms.targets(node, "targets", errors);
        var texts = new GuideNode(guide, errors).read();
        if (code.isEmpty() || name.isEmpty() || kind.isEmpty() || level.isEmpty()) {
            return;
        }
        if (division.isEmpty() || department.isEmpty() || effectiveOn.isEmpty()) {
            return;
        }
        var content = new ServiceItem(
                code.get(),
                0,
                effectiveOn.get(),
                Instant.EPOCH,
                name.get(),
                node.find("main_item").orElse(null),
                kind.get(),
                level.get(),
                division.get(),
                department.get(),
                node.find("department_code").orElse(null),
                targets,
                Stream.concat(rules.lifeEventsOf(name.get()).stream(), node.texts("themes").stream())
                        .distinct()
                        .toList(),
                limits,
                node.find("procedure").orElse(null),
                null,
                texts);
        each.accept(new PackItem(node.file(), node.line(), content, node.texts("keywords"), popularity));
    }
}
