package org.zhengtong.base.schema.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormPage;
import org.zhengtong.base.schema.FormRule;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.base.schema.SchemaFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the text of a form: JSON, references, pages, fields, rules, conditions. */
@Component
class SchemaReader {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_PAGES = 50;

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final SchemaTexts texts;
    private final RuleCompiler rules;

    SchemaReader(SchemaTexts texts, RuleCompiler rules) {
        this.texts = texts;
        this.rules = rules;
    }

    /** A form, or its faults. */
    record Reading(Optional<FormSchema> form, List<SchemaFault> faults) {}

    Reading read(String json) {
        var faults = new Faults(texts);
        var form = faults.none() ? readForm(json, faults) : null;
        return new Reading(faults.none() ? Optional.ofNullable(form) : Optional.empty(), faults.all());
    }

    static FormVersion versionOf(String json) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return new FormVersion(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256", missing);
        }
    }

    private @org.jspecify.annotations.Nullable FormSchema readForm(String json, Faults faults) {
        if (json.length() > MOST_CHARACTERS) {
            faults.add("", "too_long", MOST_CHARACTERS);
            return null;
        }
        JsonNode source;
        try {
            source = mapper.readTree(json);
        } catch (JacksonException broken) {
            faults.add("", "not_json", broken.getOriginalMessage());
            return null;
        }
        if (!(new References(source, faults).resolved() instanceof ObjectNode schema) || !faults.none()) {
            if (faults.none()) {
                faults.add("", "not_an_object");
            }
            return null;
        }
        return new FormSchema(
                versionOf(json),
                FieldReader.words(schema, "title").orElse(FieldReader.NO_WORDS),
                FieldReader.words(schema, "description").orElse(FieldReader.NO_WORDS),
                readPages(schema, faults),
                json,
                schema);
    }

    private List<FormPage> readPages(ObjectNode schema, Faults faults) {
        var reader = new FieldReader(faults);
        var pages = new ArrayList<FormPage>();
        for (var entry : schema.path("properties").properties()) {
            var pointer = "/properties/" + entry.getKey();
            if (reader.read(entry.getKey(), entry.getValue(), true, pointer) instanceof Field.Group group) {
                var phase = FieldReader.words(entry.getValue(), "x-phase").orElse(FieldReader.NO_WORDS);
                pages.add(new FormPage(group, phase, readRules(entry.getKey(), entry.getValue(), pointer, faults)));
            } else {
                faults.add(pointer, "page_not_an_object");
            }
        }
        if (pages.isEmpty() || pages.size() > MOST_PAGES) {
            faults.add("/properties", "number_of_pages", pages.size(), MOST_PAGES);
        }
        new ConditionCheck(pages, faults).check();
        return pages;
    }

    private List<FormRule> readRules(String page, JsonNode schema, String pointer, Faults faults) {
        var found = new ArrayList<FormRule>();
        for (var node : schema.path("x-rules")) {
            var rule = new FormRule(
                    node.path("check").asString(""),
                    FieldReader.words(node, "message").orElse(FieldReader.NO_WORDS),
                    "/" + page + node.path("field").asString(""));
            rules.fault(rule).ifPresent(why -> faults.add(pointer + "/x-rules", "rule", rule.expression(), why));
            found.add(rule);
        }
        return found;
    }
}
