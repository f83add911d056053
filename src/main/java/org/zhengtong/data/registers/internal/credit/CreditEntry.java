package org.zhengtong.data.registers.internal.credit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.internal.credit.CreditRules.Act;

/**
 * A published decision.
 *
 * @param workingDays working days from the decision to its publication
 * @param limit so many of them are allowed
 * @param leastMonths so long a penalty stays public before repair may be asked for
 */
public record CreditEntry(
        String entry,
        String kind,
        String creditCode,
        String name,
        String document,
        String title,
        String content,
        String authority,
        LocalDate decidedOn,
        LocalDate publishedOn,
        @Nullable LocalDate publicUntil,
        int workingDays,
        int limit,
        int leastMonths) {

    static CreditEntry of(RegisterRecord record, int workingDays, CreditRules rules) {
        return new CreditEntry(
                text(record, "entry"),
                text(record, "kind"),
                text(record, "creditCode"),
                text(record, "name"),
                text(record, "document"),
                text(record, "title"),
                text(record, "content"),
                text(record, "authority"),
                date(record, "decidedOn"),
                date(record, "publishedOn"),
                record.values().containsKey(new ItemName("publicUntil")) ? date(record, "publicUntil") : null,
                workingDays,
                rules.on(Act.PUBLISH, date(record, "decidedOn")),
                rules.on(Act.LEAST_PUBLIC, date(record, "publishedOn")));
    }

    static String text(RegisterRecord record, String item) {
        return record.text(new ItemName(item));
    }

    static LocalDate date(RegisterRecord record, String item) {
        return LocalDate.parse(text(record, item));
    }

    public boolean late() {
        return workingDays > limit;
    }

    public boolean penalty() {
        return kind.equals("penalty");
    }

    /** First day on which its end may be asked for early. */
    public LocalDate repairableOn() {
        return publishedOn.plusMonths(leastMonths);
    }

    /** Whether a request of this kind may be filed on this day; everybody may object at any time. */
    public boolean allows(CreditRequest.Kind request, LocalDate day) {
        return switch (request) {
            case OBJECTION -> true;
            case REPAIR -> penalty() && !day.isBefore(repairableOn());
        };
    }
}
