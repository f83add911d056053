package org.zhengtong.base.schema.internal;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.Words;

/** Numbers with a unit behind them: 500 GB in a field that counts TB is 0.5. */
class Measures {
    private static final int MOST_SCALE = 20;

    private Measures() {}

    /** The number in the field's own unit; empty when it is none, or when the unit behind it is not known. */
    static Optional<BigDecimal> number(Field.Number field, String typed) {
        var plain = Figures.number(typed);
        if (plain.isPresent() || field.unit() == null) {
            return plain;
        }
        var text = folded(typed);
        return units(field)
                .filter(unit -> text.endsWith(unit.name()))
                .findFirst()
                .flatMap(unit -> Figures.number(
                                text.substring(0, text.length() - unit.name().length()))
                        .map(unit.factor()::multiply))
                .map(BigDecimal::stripTrailingZeros)
                .filter(number -> number.scale() <= MOST_SCALE)
                .map(number -> number.scale() < 0 ? number.setScale(0) : number);
    }

    private record Named(String name, BigDecimal factor) {}

    /** All names, the longest first: “TB/年” before “年”. */
    private static Stream<Named> units(Field.Number field) {
        var all = new ArrayList<Named>();
        add(field.unit() == null ? List.of() : List.of(field.unit()), BigDecimal.ONE, all);
        field.others().forEach(unit -> add(List.of(unit.name()), unit.factor(), all));
        return all.stream()
                .sorted(Comparator.comparingInt((Named each) -> each.name().length())
                        .reversed());
    }

    private static void add(List<Words> names, BigDecimal factor, List<Named> all) {
        for (var name : names) {
            all.add(new Named(folded(name.chinese()), factor));
            var english = name.english();
            if (english != null && !english.isBlank()) {
                all.add(new Named(folded(english), factor));
            }
        }
        all.removeIf(each -> each.name().isEmpty());
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
