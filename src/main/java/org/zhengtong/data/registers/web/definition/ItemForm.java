package org.zhengtong.data.registers.web.definition;

import org.jspecify.annotations.Nullable;

/** What the form of an item sends. */
public record ItemForm(
        @Nullable String name,
        @Nullable String titleZh,
        @Nullable String titleEn,
        @Nullable String type,
        @Nullable String maxLength,
        @Nullable String group,
        @Nullable String sensitivity,
        @Nullable String masking,
        @Nullable String source,
        @Nullable String sourceFrom) {

    static String text(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    /** A field as typed; empty when it was not sent. */
    public String value(String field) {
        return text(
                switch (field) {
                    case "name" -> name;
                    case "titleZh" -> titleZh;
                    case "titleEn" -> titleEn;
                    case "type" -> type;
                    case "maxLength" -> maxLength;
                    case "group" -> group;
                    case "sensitivity" -> sensitivity;
                    case "masking" -> masking;
                    case "source" -> source;
                    case "sourceFrom" -> sourceFrom;
                    default -> throw new IllegalArgumentException(field);
                });
    }
}
