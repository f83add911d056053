package org.zhengtong.base.codes;

import java.util.List;
import java.util.Optional;

/** What came of checking a code somebody typed: the code itself, or what is wrong with it in words for the reader. */
public sealed interface CodeCheck<T> {

    /** The code, normalised. */
    record Valid<T>(T value) implements CodeCheck<T> {}

    /** Text key in {@code messages/codes.properties} and its arguments; never contains the whole typed value. */
    record Wrong<T>(String messageKey, List<Object> args) implements CodeCheck<T> {
        public Wrong {
            args = List.copyOf(args);
        }
    }

    /** The code when it is right. */
    default Optional<T> valid() {
        return this instanceof Valid<T>(T value) ? Optional.of(value) : Optional.empty();
    }
}
