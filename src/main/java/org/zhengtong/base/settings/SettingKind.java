package org.zhengtong.base.settings;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * What may be written for a setting.
 *
 * @param name kind of the entry, such as {@code whole}; the text {@code settings.rule.<name>} says the rule, filled with {@code bounds}
 * @param reader reads a text, or fails with any {@code RuntimeException}
 * @param allowed whether a value that could be read is within the bounds
 */
public record SettingKind<T>(String name, List<String> bounds, Function<String, T> reader, Predicate<T> allowed) {

    private static final String RULES = "settings.rule.";

    public SettingKind {
        bounds = List.copyOf(bounds);
    }

    /** Anything. */
    public static SettingKind<String> text() {
        return new SettingKind<>("text", List.of(), Function.identity(), _ -> true);
    }

    /** A whole number between two others. */
    public static SettingKind<Integer> whole(int least, int most) {
        return new SettingKind<>(
                "whole",
                List.of(String.valueOf(least), String.valueOf(most)),
                Integer::valueOf,
                number -> number >= least && number <= most);
    }

    /** A time of day, such as {@code 07:30}. */
    public static SettingKind<LocalTime> time() {
        return new SettingKind<>("time", List.of(), LocalTime::parse, _ -> true);
    }

    /** A length of time, such as {@code 15m} or {@code 12h}, between two others. */
    public static SettingKind<Duration> duration(String least, String most) {
        var shortest = DurationStyle.detectAndParse(least);
        var longest = DurationStyle.detectAndParse(most);
        return new SettingKind<>(
                "duration",
                List.of(least, most),
                DurationStyle::detectAndParse,
                length -> length.compareTo(shortest) >= 0 && length.compareTo(longest) <= 0);
    }

    /** A size of data, such as {@code 10MB}, between two others. */
    public static SettingKind<DataSize> size(String least, String most) {
        var smallest = DataSize.parse(least);
        var largest = DataSize.parse(most);
        return new SettingKind<>(
                "size",
                List.of(least, most),
                DataSize::parse,
                size -> size.compareTo(smallest) >= 0 && size.compareTo(largest) <= 0);
    }

    /** The value that is written there; empty when it breaks the rule. */
    public Optional<T> read(String text) {
        try {
            return Optional.of(reader.apply(text.strip())).filter(allowed);
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Key of the sentence that says what may be written. */
    public String rule() {
        return RULES + name;
    }
}
