package org.zhengtong.base.codes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Codes of provinces, prefectures and counties with the years they are valid (GB/T 2260), so that old codes on documents
 * and in citizen numbers can still be named. Knows the changes from January 2021 to June 2023.
 */
public final class DivisionHistory {
    private static final String FILE = "/codes/divisions.csv";

    private final Map<DivisionCode, DivisionValidity> divisions;

    private DivisionHistory(Map<DivisionCode, DivisionValidity> divisions) {
        this.divisions = divisions;
    }

    /** The history shipped with the program. */
    public static DivisionHistory shipped() {
        return Shipped.HISTORY;
    }

    /** What is known of a code; empty for codes abolished before 2021 and for those below the county. */
    public Optional<DivisionValidity> find(DivisionCode code) {
        return Optional.ofNullable(divisions.get(code));
    }

    private static final class Shipped {
        private static final DivisionHistory HISTORY = read();

        private static DivisionHistory read() {
            var stream = Objects.requireNonNull(DivisionHistory.class.getResourceAsStream(FILE), FILE);
            var divisions = new HashMap<DivisionCode, DivisionValidity>();
            try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                lines.lines().skip(1).map(Shipped::toValidity).forEach(each -> divisions.put(each.code(), each));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return new DivisionHistory(Map.copyOf(divisions));
        }

        private static DivisionValidity toValidity(String line) {
            var columns = line.split(",", -1);
            var years = columns[2].split("-", -1);
            return new DivisionValidity(new DivisionCode(columns[0]), columns[1], year(years[0]), year(years[1]));
        }

        private static @Nullable Year year(String text) {
            return text.isEmpty() ? null : Year.parse(text);
        }
    }
}
