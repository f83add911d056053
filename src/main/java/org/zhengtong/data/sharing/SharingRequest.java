package org.zhengtong.data.sharing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.registers.RegisterCode;

/**
 * A department's request for data of another (共享申请). Its number is the grant's, too.
 *
 * @param clock null before it was sent
 * @param answer null before it was answered
 * @param revision grows with every change; what a form was made from
 */
public record SharingRequest(
        long id,
        GrantNumber number,
        ResourceCode resource,
        String resourceName,
        Subject subject,
        Parties parties,
        State state,
        int revision,
        Wish wish,
        @Nullable AnswerClock clock,
        @Nullable Answer answer,
        Author author) {

    /** Who provides and who asks. */
    public record Parties(DepartmentId provider, DepartmentId consumer) {}

    /** Until when an answer is due, and by which text. */
    public record AnswerClock(Instant sentAt, LocalDate dueOn, String basis, boolean extended) {}

    /** What was answered. */
    public record Answer(String words, String by, Instant at) {}

    /** Who wrote it. */
    public record Author(AccountId account, String name, Instant at) {}

    /** Where a request stands. */
    public enum State {
        DRAFT,
        WAITING,
        /** Sent back to be completed. */
        RETURNED,
        GRANTED,
        REFUSED,
        /** The common superior decides. */
        DISPUTED,
        WITHDRAWN
    }

    /** The register whose records are asked for; a problem when it is a service. */
    public RegisterCode register() {
        return subject.register();
    }

    public DepartmentId provider() {
        return parties.provider();
    }

    public DepartmentId consumer() {
        return parties.consumer();
    }

    /** Whether somebody owes an answer and the last day is over. */
    public boolean overdue(LocalDate today) {
        return clock != null && waits() && today.isAfter(clock.dueOn());
    }

    /** Whether somebody owes an answer. */
    public boolean waits() {
        return state == State.WAITING || state == State.DISPUTED;
    }

    /** Whether its department may change it now. */
    public boolean editable() {
        return state == State.DRAFT || state == State.RETURNED;
    }
}
