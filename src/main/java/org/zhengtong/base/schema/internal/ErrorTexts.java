package org.zhengtong.base.schema.internal;

import com.networknt.schema.Error;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.Words;
import tools.jackson.databind.JsonNode;

/** Says in words of the applicant what the validator found: where, why, how to mend it. */
@Component
class ErrorTexts {
    private final SchemaTexts texts;

    ErrorTexts(SchemaTexts texts) {
        this.texts = texts;
    }

    /** What to say when an answer is missing. */
    Words missing(Places.Place place) {
        var title = place.title();
        return switch (place.field()) {
            case Field.Choice _ -> texts.words("schema.missing.choice", title);
            case Field.YesNo yesNo when yesNo.tick() -> texts.words("schema.missing.tick", title);
            case Field.YesNo _ -> texts.words("schema.missing.choice", title);
            case Field.Files files -> texts.words("schema.missing.files", title, Math.max(1, files.least()));
            case Field.Rows rows ->
                texts.words("schema.missing.rows", rows.row().head().title());
            case Field.Day _ -> texts.words("schema.missing.day", title);
            default -> texts.words("schema.missing.text", title);
        };
    }

    Words of(Error error, Places.Place place) {
        var limit = error.getSchemaNode();
        var typed = place.answer();
        return switch (error.getKeyword()) {
            case "type" -> wrongType(place, typed);
            case "maxLength" -> tooLong(limit.asInt(0), length(typed));
            case "minLength" -> texts.words("schema.too_short", limit.asInt(0), length(typed));
            case "minimum", "exclusiveMinimum" -> bound("schema." + error.getKeyword(), limit, place);
            case "maximum", "exclusiveMaximum" -> bound("schema." + error.getKeyword(), limit, place);
            case "multipleOf" -> step(limit.decimalValue());
            case "enum", "const", "oneOf", "anyOf" -> missing(place);
            case "pattern" -> pattern(place);
            case "minItems" -> tooFew(place, limit.asInt(1), typed.size());
            case "maxItems" -> tooMany(place, limit.asInt(1), typed.size());
            case "uniqueItems" -> texts.words("schema.twice");
            default -> texts.words("schema.wrong", place.title());
        };
    }

    private static int length(JsonNode typed) {
        var text = typed.asString("");
        return text.codePointCount(0, text.length());
    }

    private Words tooLong(int most, int now) {
        return texts.words("schema.too_long", most, now, now - most);
    }

    private Words wrongType(Places.Place place, JsonNode typed) {
        return switch (place.field()) {
            case Field.Number number ->
                texts.words(number.whole() ? "schema.not_whole" : "schema.not_number", shortened(Figures.typed(typed)));
            case Field.YesNo _, Field.Choice _ -> missing(place);
            default -> texts.words("schema.wrong", place.title());
        };
    }

    private static String shortened(String typed) {
        return typed.length() > 40 ? typed.substring(0, 40) + "…" : typed;
    }

    private Words bound(String key, JsonNode limit, Places.Place place) {
        Object unit = place.field() instanceof Field.Number number && number.unit() != null
                ? number.unit()
                : Keywords.NO_WORDS;
        return texts.words(key, Figures.plain(limit.decimalValue()), unit, Figures.typed(place.answer()));
    }

    private Words step(BigDecimal step) {
        var digits = step.stripTrailingZeros();
        return digits.unscaledValue().intValue() == 1 && digits.scale() > 0
                ? texts.words("schema.decimals", digits.scale())
                : texts.words("schema.multiple", Figures.plain(step));
    }

    private Words pattern(Places.Place place) {
        return place.field() instanceof Field.Text text && text.patternText() != null
                ? text.patternText()
                : texts.words("schema.pattern", place.title());
    }

    private Words tooFew(Places.Place place, int least, int now) {
        return switch (place.field()) {
            case Field.Files _ -> texts.words("schema.missing.files", place.title(), least - now);
            case Field.Rows rows
            when now == 0 ->
                texts.words("schema.missing.rows", rows.row().head().title());
            case Field.Rows rows ->
                texts.words(
                        "schema.few.rows",
                        least,
                        rows.counter(),
                        rows.row().head().title(),
                        now);
            case Field.Choice _ when now == 0 -> missing(place);
            default -> texts.words("schema.few.choices", least, now);
        };
    }

    private Words tooMany(Places.Place place, int most, int now) {
        return switch (place.field()) {
            case Field.Files _ -> texts.words("schema.many.files", most, now);
            case Field.Rows rows ->
                texts.words(
                        "schema.many.rows",
                        most,
                        rows.counter(),
                        rows.row().head().title(),
                        now);
            default -> texts.words("schema.many.choices", most, now);
        };
    }
}
