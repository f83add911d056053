package org.zhengtong.base.pack;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

/** Named values that know their place in a file: a CSV row or a YAML/JSON object. Errors are reported, not thrown. */
public interface PackFields {

    /** Path of the file inside the pack. */
    String file();

    /** Line where this row or object begins, counted from 1. */
    int line();

    /** The value as text; empty when absent or blank. */
    Optional<String> find(String name);

    /** Line of one value, for its error. */
    default int lineOf(String name) {
        return line();
    }

    /** The value as text; an absent or blank one is reported. */
    default Optional<String> require(String name, PackErrors errors) {
        var value = find(name);
        if (value.isEmpty()) {
            errors.add(file(), line(), "pack.missing_value", name);
        }
        return value;
    }

    /** The value in its own form, such as {@code LocalDate::parse}; a value that the form refuses is reported. */
    default <T> Optional<T> find(String name, Function<String, T> form, PackErrors errors) {
        return find(name).flatMap(text -> formed(name, text, form, errors));
    }

    /** Like {@link #find(String, Function, PackErrors)}, and an absent value is reported as well. */
    default <T> Optional<T> require(String name, Function<String, T> form, PackErrors errors) {
        return require(name, errors).flatMap(text -> formed(name, text, form, errors));
    }

    private <T> Optional<T> formed(String name, String text, Function<String, T> form, PackErrors errors) {
        try {
            return Optional.of(form.apply(text));
        } catch (IllegalArgumentException | DateTimeException refused) {
            errors.add(file(), lineOf(name), "pack.wrong_value", name, text);
            return Optional.empty();
        }
    }
}
