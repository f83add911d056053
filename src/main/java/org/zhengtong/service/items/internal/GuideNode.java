package org.zhengtong.service.items.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.service.items.GuideLane;
import org.zhengtong.service.items.GuideQuestion;
import org.zhengtong.service.items.GuideStep;
import org.zhengtong.service.items.HandlingForm;
import org.zhengtong.service.items.LawArticle;
import org.zhengtong.service.items.RequiredMaterial;
import org.zhengtong.service.items.RequiredMaterial.Necessity;
import org.zhengtong.service.items.ServiceGuide;
import org.zhengtong.service.items.ServiceWindow;

/** The {@code guide} part of a guide file. */
final class GuideNode {

    private static final Set<String> FIELDS = Set.of(
            "summary",
            "audience",
            "audience_note",
            "conditions",
            "materials",
            "steps",
            "lanes",
            "result",
            "fee",
            "fee_note",
            "visits",
            "visits_note",
            "scope",
            "forms",
            "laws",
            "questions",
            "window");

    private final PackNode node;
    private final PackErrors errors;

    GuideNode(PackNode node, PackErrors errors) {
        this.node = node;
        this.errors = errors;
    }

    ServiceGuide read() {
        node.allow(FIELDS, errors);
        return new ServiceGuide(
                text(node, "summary"),
                text(node, "audience"),
                text(node, "audience_note"),
                node.texts("conditions"),
                each("materials", this::material),
                each("steps", step -> pair(step, "title", "text", GuideStep::new)),
                each("lanes", this::lane),
                text(node, "result"),
                text(node, "fee"),
                text(node, "fee_note"),
                node.find("visits", Integer::valueOf, errors).orElse(null),
                text(node, "visits_note"),
                text(node, "scope"),
                forms(),
                each("laws", this::law),
                each("questions", entry -> pair(entry, "question", "answer", GuideQuestion::new)),
                window());
    }

    private <T> List<T> each(String name, Function<PackNode, Optional<T>> form) {
        return node.list(name).stream()
                .flatMap(entry -> form.apply(entry).stream())
                .toList();
    }

    private <T> Optional<T> pair(PackNode place, String first, String second, BiFunction<String, String, T> form) {
        place.allow(Set.of(first, second), errors);
        var one = place.require(first, errors);
        var two = place.require(second, errors);
        return one.flatMap(left -> two.map(right -> form.apply(left, right)));
    }

    private Optional<RequiredMaterial> material(PackNode material) {
        material.allow(
                Set.of("name", "source", "form", "necessity", "originals", "copies", "notes", "condition"), errors);
        var name = material.require("name", errors);
        var necessity = material.require("necessity", Necessity::valueOf, errors);
        if (name.isEmpty() || necessity.isEmpty()) {
            return Optional.empty();
        }
        if (necessity.get() == Necessity.CONDITIONAL
                && material.find("condition").isEmpty()) {
            errors.add(material, "items.pack.material_without_condition", name.get());
        }
        return Optional.of(new RequiredMaterial(
                name.get(),
                text(material, "source"),
                text(material, "form"),
                necessity.get(),
                material.find("originals", Integer::valueOf, errors).orElse(0),
                material.find("copies", Integer::valueOf, errors).orElse(0),
                text(material, "notes"),
                text(material, "condition")));
    }

    private Optional<GuideLane> lane(PackNode lane) {
        lane.allow(Set.of("department", "item", "task", "committed", "statutory"), errors);
        var department = lane.require("department", DepartmentId::new, errors);
        var task = lane.require("task", errors);
        var item = lane.find("item", ItemCode::new, errors);
        var limits = PackFieldForms.limits(lane, errors);
        return department.flatMap(id -> task.map(words -> new GuideLane(id, item.orElse(null), words, limits)));
    }

    private Optional<LawArticle> law(PackNode law) {
        law.allow(Set.of("law", "article", "subject", "text"), errors);
        var name = law.require("law", errors);
        var article = law.require("article", errors);
        var words = law.require("text", errors);
        if (name.isEmpty() || article.isEmpty() || words.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new LawArticle(name.get(), article.get(), law.find("subject").orElse(""), words.get()));
    }

    private ServiceWindow window() {
        var found = node.at("window");
        if (found.isEmpty()) {
            return ServiceWindow.UNKNOWN;
        }
        var window = found.get();
        window.allow(Set.of("address", "hours", "phone", "complaint_phone"), errors);
        return new ServiceWindow(
                text(window, "address"), text(window, "hours"), text(window, "phone"), text(window, "complaint_phone"));
    }

    private Set<HandlingForm> forms() {
        var forms = EnumSet.noneOf(HandlingForm.class);
        for (var entry : node.list("forms")) {
            try {
                forms.add(HandlingForm.valueOf(entry.text()));
            } catch (IllegalArgumentException unknown) {
                errors.add(entry, "pack.wrong_value", "forms", entry.text());
            }
        }
        return forms;
    }

    private static @Nullable String text(PackNode place, String name) {
        return place.find(name).orElse(null);
    }
}
