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
import org.zhengtong.base.schema.Paper;
import org.zhengtong.base.schema.SchemaFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the text of a form: JSON, references, pages, fields, rules, conditions. */
@Component
class SchemaReader {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_PAGES = 50;

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final SchemaTexts texts;

    SchemaReader(SchemaTexts texts) {
        this.texts = texts;
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
            source = json.stripLeading().startsWith("{") ? mapper.readTree(json) : yaml.readTree(json);
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            faults.add(
                    "",
                    "not_json",
                    broken.getOriginalMessage().lines().findFirst().orElse(""),
                    place == null ? 0 : place.getLineNr(),
                    place == null ? 0 : place.getColumnNr());
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
                Keywords.words(schema, "title").orElse(Keywords.NO_WORDS),
                Keywords.words(schema, "description").orElse(Keywords.NO_WORDS),
                readPages(schema, faults),
                paper(schema.path("x-paper")),
                json,
                schema);
    }

    private List<FormPage> readPages(ObjectNode schema, Faults faults) {
        var reader = new FieldReader(faults);
        var pages = new ArrayList<FormPage>();
        for (var entry : schema.path("properties").properties()) {
            var pointer = "/properties/" + entry.getKey();
            if (reader.read(entry.getKey(), entry.getValue(), true, pointer) instanceof Field.Group group) {
                var phase = Keywords.words(entry.getValue(), "x-phase").orElse(Keywords.NO_WORDS);
                pages.add(new FormPage(group, phase, fromTheTop(group)));
            } else {
                faults.add(pointer, "page_not_an_object");
            }
        }
        if (pages.isEmpty() || pages.size() > MOST_PAGES) {
            faults.add("/properties", "number_of_pages", pages.size(), MOST_PAGES);
        }
        new ConditionCheck(pages, faults).check();
        new ShapeCheck(faults).check(pages);
        new ExpressionCheck(pages, faults).check();
        if (faults.none()) {
            pages.forEach(page -> StandardCheck.fault(page, schema)
                    .ifPresent(keyword -> faults.add("/properties/" + page.key(), "keyword", keyword)));
        }
        return pages;
    }

    private static List<FormRule> fromTheTop(Field.Group page) {
        return page.rules().stream()
                .map(rule -> new FormRule(rule.expression(), rule.message(), "/" + page.key() + rule.field()))
                .toList();
    }

    private static Paper paper(JsonNode written) {
        return new Paper(
                Keywords.words(written, "annex").orElse(null),
                Keywords.lines(written, "heads"),
                Keywords.lines(written, "notes"),
                "above".equals(Keywords.stringOf(written, "sections")) ? Paper.Sections.ABOVE : Paper.Sections.SIDE,
                written.path("landscape").asBoolean(false));
    }
}
