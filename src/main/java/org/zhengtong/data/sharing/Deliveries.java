package org.zhengtong.data.sharing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.files.StoredFile;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.WorkStatus;
import org.zhengtong.base.organization.DepartmentId;

/** Data that is given in bulk: files, and subscriptions that travel to other nodes. */
public interface Deliveries {

    /** Orders a file of everything that a grant gives; it is made by a job. */
    long orderFile(GrantNumber grant, String purpose, CurrentUser by);

    /** Ordered files, newest first. */
    List<Batch> files(GrantNumber grant);

    /** A file, for as long as its grant holds; taking it is written down. */
    StoredFile take(GrantNumber grant, long batch, CurrentUser by);

    /** Latest deliveries of a grant. */
    List<Delivered> newest(GrantNumber grant);

    /** Records that came from other nodes for the departments that this user asks for; {@code after} is {@link Received#next}. */
    Received received(@Nullable GrantNumber grant, @Nullable String after, int most, CurrentUser by);

    /** An ordered file. */
    record Batch(
            long id,
            String purpose,
            String by,
            Instant orderedAt,
            long records,
            boolean ready,
            @Nullable WorkStatus work) {}

    /** Something given in bulk. */
    record Delivered(Way way, long from, long to, long records, Instant at) {}

    /**
     * One screen of received records.
     *
     * @param withheld what is here, but not granted any more as far as is known
     */
    record Received(List<ReceivedRecord> records, @Nullable String next, List<Withheld> withheld) {
        public Received {
            withheld = List.copyOf(withheld);
        }
    }

    /** Records under a grant that are not shown. */
    record Withheld(String sender, GrantNumber grant, SharingProblem why) {}

    /** A record as another node sent it last. */
    record ReceivedRecord(
            String sender,
            GrantNumber grant,
            DepartmentId consumer,
            String register,
            String key,
            String content,
            boolean ended,
            Instant receivedAt) {}
}
