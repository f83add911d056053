package org.zhengtong.base.schema.internal;

import com.google.re2j.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.CodeCheck;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.MobileNumber;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.Words;
import tools.jackson.databind.JsonNode;

/** Codes and dates: what JSON Schema calls format and leaves to others. */
@Component
class FormatCheck {
    private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>\"()]{1,64}@[A-Za-z0-9.-]{1,190}\\.[A-Za-z]{2,24}");

    private final SchemaTexts texts;
    private final Clock clock;

    FormatCheck(SchemaTexts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** The code as it is to be stored; empty when it is wrong. */
    Optional<String> normalized(Field.Format format, String typed) {
        return switch (format) {
            case CITIZEN_NUMBER -> CitizenNumber.check(typed, today()).valid().map(CitizenNumber::value);
            case CREDIT_CODE -> CreditCode.check(typed).valid().map(CreditCode::value);
            case MOBILE -> MobileNumber.check(typed).valid().map(MobileNumber::value);
            case DIVISION -> DivisionCode.check(typed).valid().map(DivisionCode::value);
            case POSTAL_CODE, EMAIL -> Optional.empty();
        };
    }

    Optional<Words> wrong(Field.Format format, String typed) {
        return switch (format) {
            case CITIZEN_NUMBER -> wrong(CitizenNumber.check(typed, today()));
            case CREDIT_CODE -> wrong(CreditCode.check(typed));
            case MOBILE -> wrong(MobileNumber.check(typed));
            case DIVISION -> wrong(DivisionCode.check(typed));
            case POSTAL_CODE -> unless(POSTAL_CODE.matches(typed), "schema.postal_code");
            case EMAIL -> unless(EMAIL.matches(typed), "schema.email");
        };
    }

    private Optional<Words> unless(boolean right, String key) {
        return right ? Optional.empty() : Optional.of(texts.words(key));
    }

    private <T> Optional<Words> wrong(CodeCheck<T> check) {
        return switch (check) {
            case CodeCheck.Valid<T> _ -> Optional.empty();
            case CodeCheck.Wrong<T>(var key, var args) -> Optional.of(texts.words(key, args.toArray()));
        };
    }

    /** A day that is none, or too early, or too late. */
    Optional<Words> wrong(Field.Day day, String typed) {
        var date = Figures.date(typed);
        if (date.isEmpty()) {
            return Optional.of(texts.words("schema.not_a_day", typed.length() > 40 ? typed.substring(0, 40) : typed));
        }
        var earliest = limit(day.earliest());
        if (earliest != null && date.get().isBefore(earliest)) {
            return Optional.of(texts.words("schema.too_early", dayWords(earliest)));
        }
        var latest = limit(day.latest());
        return latest != null && date.get().isAfter(latest)
                ? Optional.of(texts.words("schema.too_late", dayWords(latest)))
                : Optional.empty();
    }

    /** A code that is not valid today. */
    Optional<Words> wrong(Field.Choice choice, JsonNode chosen) {
        return choice.options().stream()
                .filter(option -> !option.validOn(today()) && chosen(option, chosen))
                .findFirst()
                .map(this::notValid);
    }

    private static boolean chosen(Field.Option option, JsonNode chosen) {
        return chosen.isArray()
                ? chosen.valueStream().anyMatch(each -> each.asString("").equals(option.value()))
                : chosen.asString("").equals(option.value());
    }

    private Words notValid(Field.Option option) {
        var until = option.validUntil();
        if (until != null && today().isAfter(until)) {
            return texts.words("schema.code_ended", option.label(), dayWords(until));
        }
        var from = option.validFrom();
        return texts.words("schema.code_not_yet", option.label(), from == null ? "" : dayWords(from));
    }

    private static Words dayWords(LocalDate day) {
        return new Words(
                Figures.day(day.toString(), java.util.Locale.CHINA),
                Figures.day(day.toString(), java.util.Locale.ENGLISH));
    }

    private @Nullable LocalDate limit(@Nullable String limit) {
        if (limit == null) {
            return null;
        }
        if (limit.equals("today")) {
            return today();
        }
        return limit.startsWith("P") || limit.startsWith("-P")
                ? today().plus(Period.parse(limit))
                : LocalDate.parse(limit);
    }

    /** The day that codes and dates are judged by. */
    LocalDate today() {
        return LocalDate.now(clock);
    }
}
