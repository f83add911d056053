package org.zhengtong.service.fees.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.fees.Bill;

/** The receipt of a paid bill: a proof of payment in Chinese, not the fiscal note (财政票据), and it says so. */
@Component
class ReceiptSheet {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Texts texts;
    private final Departments departments;
    private final NodeMode mode;
    private final Clock clock;

    ReceiptSheet(Texts texts, Departments departments, NodeMode mode, Clock clock) {
        this.texts = texts;
        this.departments = departments;
        this.mode = mode;
        this.clock = clock;
    }

    byte[] print(Bill bill) {
        var department = departments.require(bill.department()).name();
        var facts = new LinkedHashMap<String, String>();
        facts.put(say("payer"), bill.payerName());
        facts.put(say("item"), bill.itemName());
        facts.put(say("case"), bill.caseNumber().value());
        facts.put(say("order"), String.valueOf(bill.paidOrder()));
        facts.put(
                say("at"),
                bill.paidAt() == null
                        ? ""
                        : bill.paidAt().atZone(clock.getZone()).format(MOMENT));
        var sheet = Pdf.a4(CHINESE, say("title"));
        if (mode.demo()) {
            sheet.mark(say("demo"));
        }
        return sheet.issuer(department)
                .number(bill.number().value())
                .title(say("title"))
                .facts(facts)
                .table(
                        List.of(say("name"), say("basis"), say("yuan")),
                        bill.lines().stream()
                                .map(line -> List.of(
                                        line.name(), line.basis(), line.amount().yuan()))
                                .toList())
                .paragraph(texts.say(CHINESE, "fees.receipt.sum", bill.amount().yuan()))
                .note(say("note"))
                .signature(department, LocalDate.now(clock).toString())
                .finish()
                .bytes();
    }

    private String say(String name) {
        return texts.say(CHINESE, "fees.receipt." + name);
    }
}
