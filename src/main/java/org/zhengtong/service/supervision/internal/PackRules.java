package org.zhengtong.service.supervision.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.SupervisionRule;

/** The rules as they stand in {@code supervision/rules.yaml} of a pack; nothing when the pack has none. */
record PackRules(String version, String name, List<SupervisionRule> rules) {

    static final String FILE = "supervision/rules.yaml";

    private static final PackRules NONE = new PackRules("", "", List.of());
    private static final Set<String> RULE_FIELDS =
            Set.of("id", "number", "kind", "days", "characters", "level", "points", "name", "text", "source");

    static PackRules read(PackReader pack, PackErrors errors) {
        return pack.find(FILE)
                .flatMap(file -> file.tree(errors))
                .map(tree -> read(tree, errors))
                .orElse(NONE);
    }

    private static PackRules read(PackNode tree, PackErrors errors) {
        tree.allow(Set.of("version", "name", "rules"), errors);
        var version = tree.require("version", errors).orElse("");
        var name = tree.require("name", errors).orElse("");
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
        return new PackRules(version, name, rules);
    }

    private static @Nullable SupervisionRule rule(String version, PackNode node, PackErrors errors) {
        node.allow(RULE_FIELDS, errors);
        var id = node.require("id", errors);
        var number = node.require("number", Integer::valueOf, errors);
        var kind = node.require("kind", text -> RuleKind.valueOf(text.toUpperCase(Locale.ROOT)), errors);
        var threshold = node.require(
                kind.filter(RuleKind.REASON_TOO_SHORT::equals).isPresent() ? "characters" : "days",
                PackRules::positive,
                errors);
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

    private static int positive(String text) {
        var number = Integer.parseInt(text);
        if (number <= 0) {
            throw new IllegalArgumentException("Not more than zero: " + text);
        }
        return number;
    }
}
