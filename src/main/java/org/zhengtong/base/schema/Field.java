package org.zhengtong.base.schema;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.files.FileRules;

/** A part of a form. What its answer looks like in JSON stands with each kind. */
public sealed interface Field {
    Head head();

    default String key() {
        return head().key();
    }

    /** What every field has. */
    record Head(
            String key,
            Words title,
            @Nullable Words hint,
            List<Help> help,
            boolean required,
            boolean half,
            @Nullable Condition shownIf,
            @Nullable Words summary) {
        public Head {
            help = List.copyOf(help);
        }
    }

    /** A hard word and its plain explanation. */
    record Help(Words term, Words text) {}

    /** One answer to choose. */
    record Option(String value, Words label, @Nullable Words hint) {}

    /** A string; {@code format} names a code that is checked. */
    record Text(
            Head head,
            int maxLength,
            int rows,
            @Nullable Format format,
            @Nullable Words patternText) implements Field {}

    /** A date as an ISO string; limits are a date, {@code today}, or a period from today such as {@code P5Y}. */
    record Day(
            Head head, @Nullable String earliest, @Nullable String latest) implements Field {}

    /** A number. */
    record Number(
            Head head,
            boolean whole,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            @Nullable Words unit) implements Field {}

    /** true or false; {@code tick} is one box to tick, otherwise yes and no. */
    record YesNo(Head head, boolean tick) implements Field {}

    /** One string of a list, or with {@code many} an array of them. */
    record Choice(Head head, List<Option> options, boolean many) implements Field {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** An array of {@code {file, name, size, mediaType}}. */
    record Files(Head head, FileRules rules, int least) implements Field {}

    /** An object. */
    record Group(Head head, List<Field> fields) implements Field {
        public Group {
            fields = List.copyOf(fields);
        }

        public Optional<Field> find(String key) {
            return fields.stream().filter(field -> field.key().equals(key)).findFirst();
        }
    }

    /** An array of objects; {@code nameOf} is the field whose answer names a row, {@code counter} the measure word (名). */
    record Rows(
            Head head,
            Group row,
            int least,
            int most,
            @Nullable String nameOf,
            Words counter) implements Field {}

    /** Formats with a check of their own. */
    enum Format {
        CITIZEN_NUMBER("citizen-number"),
        CREDIT_CODE("credit-code"),
        MOBILE("mobile"),
        DIVISION("division"),
        POSTAL_CODE("postal-code"),
        EMAIL("email");

        private final String keyword;

        Format(String keyword) {
            this.keyword = keyword;
        }

        public String keyword() {
            return keyword;
        }

        public static Optional<Format> of(String keyword) {
            return Arrays.stream(values())
                    .filter(format -> format.keyword.equals(keyword))
                    .findFirst();
        }
    }
}
