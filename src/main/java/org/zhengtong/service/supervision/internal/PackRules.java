package org.zhengtong.service.supervision.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.SupervisionRule;

/** The rules as they stand in {@code supervision/rules.yaml} of a pack; nothing when the pack has none. */
record PackRules(String version, String name, @Nullable LocalDate validFrom, List<SupervisionRule> rules) {

    static final String FILE = "supervision/rules.yaml";

    private static final PackRules NONE = new PackRules("", "", null, List.of());
    private static final Set<String> RULE_FIELDS = Set.of(
            "id", "number", "kind", "days", "characters", "satisfaction", "level", "points", "name", "text", "source");

    static PackRules read(PackReader pack, PackErrors errors) {
        return pack.find(FILE)
                .flatMap(file -> file.tree(errors))
                .map(tree -> read(tree, errors))
                .orElse(NONE);
    }

    private static PackRules read(PackNode tree, PackErrors errors) {
        tree.allow(Set.of("version", "name", "valid_from", "rules"), errors);
        var version = tree.require("version", errors).orElse("");
        var name = tree.require("name", errors).orElse("");
        var validFrom = tree.find("valid_from", LocalDate::parse, errors).orElse(null);
        var rules = new ArrayList<SupervisionRule>();
        var ids = new HashSet<String>();
        for (var node : tree.list("rules")) {
            var rule = rule(version, node, errors);
            if (rule != null && !ids.add(rule.id())) {
                errors.add(node, "supervision.pack.rule_twice", rule.id());
            }
            if (rule != null) {
                rules.add(rule);
            }
        }
        return new PackRules(version, name, validFrom, rules);
    }

    private static @Nullable SupervisionRule rule(String version, PackNode node, PackErrors errors) {
        node.allow(RULE_FIELDS, errors);
        var id = node.require("id", errors);
        var number = node.require("number", Integer::valueOf, errors);
        var kind = node.require("kind", text -> RuleKind.valueOf(text.toUpperCase(Locale.ROOT)), errors);
        var threshold = kind.flatMap(each -> threshold(each, node, errors));
        var level = node.find("level", text -> CardLevel.valueOf(text.toUpperCase(Locale.ROOT)), errors);
        var points = node.find("points", BigDecimal::new, errors).orElse(BigDecimal.ZERO);
        var name = node.require("name", errors);
        var text = node.require("text", errors);
        var source = node.require("source", errors);
        if (id.isEmpty() || number.isEmpty() || kind.isEmpty() || threshold.isEmpty() || name.isEmpty()) {
            return null;
        }
        if (kind.get() != RuleKind.BEFORE_LIMIT && level.isEmpty()) {
            errors.add(node, "supervision.pack.level_missing", id.get());
        }
        return new SupervisionRule(
                version,
                id.get(),
                number.get(),
                kind.get(),
                threshold.get(),
                level.orElse(null),
                points,
                name.get(),
                text.orElse(""),
                source.orElse(""));
    }

    private static Optional<Integer> threshold(RuleKind kind, PackNode node, PackErrors errors) {
        return kind.measure() == RuleKind.Measure.NONE
                ? Optional.of(1)
                : node.require(kind.measure().name().toLowerCase(Locale.ROOT), PackRules::positive, errors);
    }

    private static int positive(String text) {
        var number = Integer.parseInt(text);
        if (number <= 0) {
            throw new IllegalArgumentException("Not more than zero: " + text);
        }
        return number;
    }
}
