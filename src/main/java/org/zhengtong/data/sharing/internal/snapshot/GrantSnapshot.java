package org.zhengtong.data.sharing.internal.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.ForeignGrant;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Subject;

/**
 * All grants of one node that are for another, at a moment. What is not in it is not granted.
 *
 * @param number greater than that of every earlier one for the same receiver
 */
record GrantSnapshot(
        String sender, String receiver, long number, Instant madeAt, Instant validUntil, List<Entry> grants) {

    static final String KIND = "sharing.grants";

    private static final int MOST = 50_000;
    private static final int LONGEST = 2_000;

    @SuppressWarnings("ConstantValue") // a foreign text may leave out anything
    GrantSnapshot {
        if (sender == null
                || !NodeCode.isOne(sender)
                || receiver == null
                || number < 1
                || madeAt == null
                || validUntil == null
                || !validUntil.isAfter(madeAt)
                || grants == null
                || grants.size() > MOST) {
            throw new IllegalArgumentException("Not a snapshot of grants");
        }
        grants = grants.stream().sorted(Comparator.comparing(Entry::number)).toList();
    }

    /** One grant. */
    record Entry(
            String number,
            String subject,
            String resourceName,
            String provider,
            String consumer,
            String purpose,
            LocalDate validUntil) {

        @SuppressWarnings("ConstantValue")
        Entry {
            if (number == null
                    || !GrantNumber.fits(number)
                    || subject == null
                    || !words(resourceName)
                    || !words(purpose)
                    || validUntil == null) {
                throw new IllegalArgumentException("Not a grant of a snapshot");
            }
            new Subject(subject);
            new DepartmentId(String.valueOf(provider));
            new DepartmentId(String.valueOf(consumer));
        }

        private static boolean words(@Nullable String text) {
            return text != null && text.length() <= LONGEST;
        }

        static Entry of(DataGrant grant) {
            return new Entry(
                    grant.number().value(),
                    grant.subject().value(),
                    grant.resourceName(),
                    grant.provider().value(),
                    grant.consumer().value(),
                    grant.terms().purpose(),
                    grant.validUntil());
        }

        ForeignGrant grant() {
            return new ForeignGrant(
                    new GrantNumber(number),
                    new Subject(subject),
                    resourceName,
                    new DepartmentId(provider),
                    new DepartmentId(consumer),
                    purpose,
                    validUntil);
        }
    }
}
