package org.zhengtong.data.registers.internal.credit;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.internal.definition.Shapes;
import org.zhengtong.data.registers.internal.writing.VersionWriting;

/** Ends an entry's record on the last day of its publicity. */
@Service
public class TakingDown {

    private final Shapes shapes;
    private final VersionWriting versions;

    TakingDown(Shapes shapes, VersionWriting versions) {
        this.shapes = shapes;
        this.versions = versions;
    }

    @Transactional
    void takeDown(RegisterRecord record) {
        var until = CreditEntry.date(record, "publicUntil");
        var first = record.validFrom().plusDays(1);
        versions.endOn(
                shapes.require(CreditPublicity.REGISTER),
                record.key(),
                until.isBefore(first) ? first : until,
                "registers");
    }

    /** Ends the publicity of an entry today, unless it has ended. Within the caller's transaction. */
    void endPublicity(RecordKey key, LocalDate today, String by) {
        var shape = shapes.require(CreditPublicity.REGISTER);
        var until = versions.shown(shape, key, CreditPublicity.PUBLIC_UNTIL);
        if (until.isEmpty() || LocalDate.parse(until).isAfter(today)) {
            versions.correct(shape, key, CreditPublicity.PUBLIC_UNTIL, today.toString(), today, by);
        }
    }
}
