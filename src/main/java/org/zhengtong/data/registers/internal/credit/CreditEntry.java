package org.zhengtong.data.registers.internal.credit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterRecord;

/**
 * A published decision.
 *
 * @param workingDays working days from the decision to its publication
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
        int workingDays) {

    // 国办发〔2018〕38号 and the rules of the two publicities: within seven working days of the decision.
    public static final int LIMIT = 7;

    // 失信行为纠正后的信用信息修复管理办法（试行）: a penalty stays public for three months at least.
    private static final int LEAST_MONTHS = 3;

    static CreditEntry of(RegisterRecord record, int workingDays) {
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
                workingDays);
    }

    static String text(RegisterRecord record, String item) {
        return record.text(new ItemName(item));
    }

    static LocalDate date(RegisterRecord record, String item) {
        return LocalDate.parse(text(record, item));
    }

    public boolean late() {
        return workingDays > LIMIT;
    }

    public boolean penalty() {
        return kind.equals("penalty");
    }

    /** First day on which its end may be asked for early. */
    public LocalDate repairableOn() {
        return publishedOn.plusMonths(LEAST_MONTHS);
    }

    /** Whether a request of this kind may be filed on this day; everybody may object at any time. */
    public boolean allows(CreditRequest.Kind request, LocalDate day) {
        return switch (request) {
            case OBJECTION -> true;
            case REPAIR -> penalty() && !day.isBefore(repairableOn());
        };
    }
}
