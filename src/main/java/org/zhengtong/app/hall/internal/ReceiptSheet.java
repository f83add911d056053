package org.zhengtong.app.hall.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.CaseFile;

/** Prints the confirmation on one A4 sheet, with a code that leads to the public look-up. */
@Component
public class ReceiptSheet {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Texts texts;
    private final NodeMode mode;
    private final Clock clock;

    ReceiptSheet(Texts texts, NodeMode mode, Clock clock) {
        this.texts = texts;
        this.mode = mode;
        this.clock = clock;
    }

    /** The sheet as PDF. */
    public byte[] print(CaseFile file, String receiver, @Nullable LocalDate answerUntil, Locale locale) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(say(locale, "hall.receipt.number"), file.number().value());
        facts.put(say(locale, "hall.receipt.item"), file.itemName());
        facts.put(say(locale, "hall.receipt.applicant"), file.applicant().name());
        facts.put(
                say(locale, "hall.receipt.filed"), MOMENT.format(file.filedAt().atZone(clock.getZone())));
        facts.put(say(locale, "hall.receipt.receiver"), receiver);
        var sheet = Pdf.a4(locale, say(locale, "hall.receipt.sheet"));
        if (mode.demo()) {
            sheet.mark(say(locale, "ui.demo"));
        }
        sheet.title(say(locale, "hall.receipt.sheet")).facts(facts);
        if (answerUntil != null) {
            sheet.paragraph(say(locale, "hall.receipt.sheet.next", answerUntil.toString()));
        }
        return sheet.paragraph(say(locale, "hall.receipt.without-account.text"))
                .qr(mode.publicUrl() + "/progress-lookup", say(locale, "hall.receipt.sheet.code"))
                .finish()
                .bytes();
    }

    private String say(Locale locale, String key, Object... args) {
        return texts.say(locale, key, args);
    }
}
