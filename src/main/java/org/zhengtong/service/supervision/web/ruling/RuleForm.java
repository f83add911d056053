package org.zhengtong.service.supervision.web.ruling;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.RuleSet;
import org.zhengtong.service.supervision.SupervisionRule;

/** A rule as typed. */
public record RuleForm(
        @Nullable String id,
        @Nullable String kind,
        @Nullable String threshold,
        @Nullable String level,
        @Nullable String points,
        @Nullable String name,
        @Nullable String text,
        @Nullable String source) {

    static final RuleForm EMPTY = new RuleForm("", "LIMIT_EXCEEDED", "1", "YELLOW", "0.5", "", "", "");

    public RuleForm {
        id = plain(id);
        kind = plain(kind);
        threshold = plain(threshold);
        level = plain(level);
        points = plain(points);
        name = plain(name);
        text = plain(text);
        source = plain(source);
    }

    private static String plain(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static RuleForm of(SupervisionRule rule) {
        return new RuleForm(
                rule.id(),
                rule.kind().name(),
                String.valueOf(rule.threshold()),
                rule.level() == null ? "" : rule.level().name(),
                rule.points().stripTrailingZeros().toPlainString(),
                rule.name(),
                rule.text(),
                rule.source());
    }

    /** What is no number is one that the desk refuses. */
    SupervisionRule rule(RuleSet set) {
        var kindOf = Objects.requireNonNullElse(named(RuleKind.values(), kind), RuleKind.LIMIT_EXCEEDED);
        var same = set.rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
        var number = same.map(SupervisionRule::number)
                .orElseGet(() -> set.rules().stream()
                                .mapToInt(SupervisionRule::number)
                                .max()
                                .orElse(0)
                        + 1);
        var ownId = same.map(SupervisionRule::id)
                .orElseGet(() -> kindOf.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + number);
        return new SupervisionRule(
                set.version(),
                ownId,
                number,
                kindOf,
                kindOf.measure() == RuleKind.Measure.NONE ? 1 : whole(threshold),
                named(CardLevel.values(), level),
                decimal(points),
                String.valueOf(name),
                String.valueOf(text),
                String.valueOf(source));
    }

    private static <T extends Enum<T>> @Nullable T named(T[] values, @Nullable String typed) {
        return Stream.of(values)
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private static int whole(@Nullable String typed) {
        try {
            return Integer.parseInt(plain(typed));
        } catch (NumberFormatException notOne) {
            return 0;
        }
    }

    private static BigDecimal decimal(@Nullable String typed) {
        try {
            return new BigDecimal(plain(typed));
        } catch (NumberFormatException notOne) {
            return BigDecimal.ONE.negate();
        }
    }
}
