package org.zhengtong.service.license.internal;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;
import tools.jackson.databind.json.JsonMapper;

/** Takes licence types over from {@code license/types.yaml}. */
@Component
class LicenseTypeSection implements PackSection {

    private static final String FILE = "license/types.yaml";
    private static final int AFTER_ORGANIZATION = 600;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{18}[0-9]{3}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LicenseTypeStore types;

    LicenseTypeSection(LicenseTypeStore types) {
        this.types = types;
    }

    @Override
    public String name() {
        return "license";
    }

    @Override
    public int order() {
        return AFTER_ORGANIZATION;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        nodes(pack, errors).forEach(node -> check(node, errors));
    }

    private static void check(PackNode type, PackErrors errors) {
        type.allow(
                Set.of("key", "code", "title", "law", "validYears", "sealPurpose", "holder", "authority", "facts"),
                errors);
        type.require("key", text -> matching(KEY, text), errors);
        type.require("code", text -> matching(CODE, text), errors);
        type.require("title", errors);
        type.require("authority", errors);
        type.find("validYears", Integer::valueOf, errors);
        type.requireAt("holder", errors).ifPresent(holder -> {
            holder.allow(Set.of("name", "code", "division", "label", "person"), errors);
            holder.require("name", LicenseTypeSection::pointer, errors);
            holder.require("label", errors);
            holder.require("code", LicenseTypeSection::pointerOrNew, errors);
            holder.find("division", LicenseTypeSection::pointer, errors);
        });
        if (type.requireAt("facts", errors).isPresent()) {
            type.list("facts").forEach(fact -> {
                fact.allow(Set.of("label", "text", "values", "side"), errors);
                fact.require("label", errors);
                fact.require("text", FactText::checked, errors);
                fact.find("side", text -> matching(Pattern.compile("left|right"), text), errors);
            });
        }
    }

    @Override
    public void apply(PackReader pack) {
        nodes(pack, new PackErrors()).forEach(node -> types.save(JSON.convertValue(node.plain(), LicenseType.class)));
    }

    private static List<PackNode> nodes(PackReader pack, PackErrors errors) {
        return pack.find(FILE)
                .flatMap(file -> file.tree(errors))
                .map(tree -> tree.list("types"))
                .orElse(List.of());
    }

    private static String pointerOrNew(String text) {
        return text.equals(LicenseType.NEW_CREDIT_CODE) ? text : pointer(text);
    }

    private static String pointer(String text) {
        return matching(Pattern.compile("(/[^/]+)+"), text);
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
