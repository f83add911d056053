package org.zhengtong.service.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseNumber;

/** Complaints: taken up or not within 5 working days, answered within 15 more, and the complainant sees it all. */
public interface Complaints {

    /** Keeps a complaint; the same token again gives the complaint made with it the first time. */
    Complaint file(Filing filing, CurrentUser complainant);

    List<Complaint> listMine(CurrentUser complainant);

    /** The complainant's own complaint; for anybody else it does not exist. */
    Optional<Complaint> findMine(ComplaintNumber number, CurrentUser complainant);

    /** Complaints about departments the user answers for: open ones by due date, or ended ones. */
    List<Complaint> list(boolean open, CurrentUser staff, int limit);

    long countOpen(CurrentUser staff);

    /** The complaint, if it is about a department the user answers for. */
    Complaint require(ComplaintNumber number, CurrentUser staff);

    ComplaintOutcome accept(ComplaintNumber number, CurrentUser staff);

    ComplaintOutcome refuse(ComplaintNumber number, String reasons, CurrentUser staff);

    ComplaintOutcome answer(ComplaintNumber number, String answer, CurrentUser staff);

    /**
     * What was taken up or answered after its last day, or not yet, for supervision: of complaints filed in a span of days, and of
     * older ones that are still open.
     */
    List<Late> late(LocalDate filedFrom, LocalDate filedTo);

    /**
     * A step of a complaint after its last day.
     *
     * @param stage {@link ComplaintState#FILED} for taking it up, {@link ComplaintState#ACCEPTED} for answering it
     * @param endedOn when it was done; null when it still waits
     */
    record Late(
            ComplaintNumber number,
            DepartmentId department,
            ComplaintState stage,
            LocalDate startedOn,
            LocalDate dueOn,
            @Nullable LocalDate endedOn) {}

    /**
     * A complaint as written; texts are kept as text.
     *
     * @param department whom it is about; with a case, the case's department
     * @param token made by the page, so that a second click makes no second complaint
     */
    record Filing(
            @Nullable CaseNumber about, @Nullable DepartmentId department, String text, String contact, UUID token) {}
}
