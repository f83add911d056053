package org.zhengtong.service.license.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.license.LicenseFact;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Words the lines of a licence from the application's answers; a licence is written in Chinese. */
@Component
class LicenseWriting {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final Divisions divisions;
    private final Texts texts;

    LicenseWriting(Divisions divisions, Texts texts) {
        this.divisions = divisions;
        this.texts = texts;
    }

    /** What is known at the moment of issue. */
    record Moment(
            ObjectNode answers,
            String holderCode,
            LocalDate issuedOn,
            @org.jspecify.annotations.Nullable LocalDate validUntil) {}

    List<LicenseFact> facts(LicenseType type, Moment moment) {
        return type.facts().stream()
                .map(rule -> new LicenseFact(
                        rule.label(), FactText.fill(rule, (place, form) -> words(place, form, moment)), rule.right()))
                .toList();
    }

    private String words(String place, String form, Moment moment) {
        return switch (place) {
            case "issued-on" -> date(moment.issuedOn());
            case "valid-until" ->
                moment.validUntil() == null ? texts.say(CHINESE, "license.sheet.long_term") : date(moment.validUntil());
            case "holder-code" -> moment.holderCode();
            default -> formed(moment.answers().at(place), form);
        };
    }

    private String formed(JsonNode answer, String form) {
        if (answer.isMissingNode() || answer.isNull()) {
            return "";
        }
        return switch (form) {
            case "division" -> divisions.fullName(new DivisionCode(answer.asString()));
            case "amount" -> amount(answer.decimalValue());
            default -> answer.asString();
        };
    }

    String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern(texts.say(CHINESE, "license.sheet.date_pattern")));
    }

    private String amount(BigDecimal tenThousands) {
        return new ChineseAmount(
                        texts.say(CHINESE, "license.sheet.digits"),
                        texts.say(CHINESE, "license.sheet.tens"),
                        texts.say(CHINESE, "license.sheet.groups"),
                        texts.say(CHINESE, "license.sheet.whole"),
                        texts.say(CHINESE, "license.sheet.yuan"))
                .ofTenThousands(tenThousands);
    }
}
