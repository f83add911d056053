package org.zhengtong.base.schema;

import java.math.BigDecimal;
import java.time.LocalDate;
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

    /**
     * What every field has.
     *
     * @param formula CEL that computes the answer; nobody types it
     * @param fillIn the line behind the last option of the choice above it (其他＿＿), shown in the same place
     */
    record Head(
            String key,
            Words title,
            @Nullable Words hint,
            List<Help> help,
            boolean required,
            boolean half,
            @Nullable Condition shownIf,
            @Nullable Words summary,
            @Nullable String formula,
            boolean fillIn) {
        public Head {
            help = List.copyOf(help);
        }
    }

    /** A hard word and its plain explanation. */
    record Help(Words term, Words text) {}

    /** One answer to choose; a code of a list may begin and cease to be valid (both days included). */
    record Option(
            String value,
            Words label,
            @Nullable Words hint,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {

        /** Whether it may be chosen on a day. */
        public boolean validOn(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
        }
    }

    /** A string; {@code format} names a code that is checked, {@code sign} are lines for stamp and date below it on paper. */
    record Text(
            Head head,
            int maxLength,
            int rows,
            @Nullable Format format,
            @Nullable Words patternText,
            List<Words> sign) implements Field {
        public Text {
            sign = List.copyOf(sign);
        }
    }

    /** A date as an ISO string; limits are a date, {@code today}, or a period from today such as {@code P5Y}. */
    record Day(
            Head head, @Nullable String earliest, @Nullable String latest) implements Field {}

    /** A number, stored in {@code unit}; written in one of the {@code others} it is converted. */
    record Number(
            Head head,
            boolean whole,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            @Nullable Words unit,
            List<Unit> others)
            implements Field {
        public Number {
            others = List.copyOf(others);
        }
    }

    /** Another unit: one of it is {@code factor} of the field's own. */
    record Unit(Words name, BigDecimal factor) {}

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

    /** An object; its rules are said beside its own fields. */
    record Group(Head head, List<Field> fields, Shape shape, List<FormRule> rules) implements Field {
        public Group {
            fields = List.copyOf(fields);
            rules = List.copyOf(rules);
        }

        /** The parts of a matrix: its rows or its columns, all with the same fields. */
        public List<Group> lines() {
            return fields.stream()
                    .filter(Group.class::isInstance)
                    .map(Group.class::cast)
                    .toList();
        }

        public Optional<Field> find(String key) {
            return fields.stream().filter(field -> field.key().equals(key)).findFirst();
        }
    }

    /** How a group is laid out. */
    enum Shape {
        /** One field below the other. */
        PLAIN,
        /** A table whose rows are this group's parts. */
        MATRIX_OF_ROWS,
        /** A table whose columns are this group's parts. */
        MATRIX_OF_COLUMNS,
        /** On paper all fields in one cell, each behind a box: □服务器：＿台. */
        INLINE;

        /** Whether it is a table with the same fields in each part. */
        public boolean matrix() {
            return this == MATRIX_OF_ROWS || this == MATRIX_OF_COLUMNS;
        }
    }

    /**
     * An array of objects.
     *
     * @param nameOf the field whose answer names a row
     * @param counter the measure word (名)
     * @param table one line for each row instead of one block
     * @param printed lines that an empty paper form has
     */
    record Rows(
            Head head,
            Group row,
            int least,
            int most,
            @Nullable String nameOf,
            Words counter,
            boolean table,
            int printed)
            implements Field {}

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
