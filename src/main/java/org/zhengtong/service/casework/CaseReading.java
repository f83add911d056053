package org.zhengtong.service.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.StoredFile;
import org.zhengtong.base.identity.CurrentUser;
import tools.jackson.databind.node.ObjectNode;

/** Reading cases. A staff member's reading is recorded; the applicant sees who looked. */
public interface CaseReading {

    /** The case as staff sees it; refused with 403 outside the user's scope. */
    CaseView open(CaseNumber number, CurrentUser staff);

    /** The case as its applicant sees it; for anybody else it does not exist. */
    CaseView openMine(CaseNumber number, CurrentUser applicant);

    /** Who of the staff looked at the applicant's case, the latest first. */
    List<Viewing> viewings(CaseNumber number, CurrentUser applicant);

    /** Somebody looked at a case. */
    record Viewing(Instant at, String name) {}

    /**
     * Public look-up by number and the last four digits of the mobile number; the same answer for a wrong number and for
     * wrong digits, and at most ten tries in ten minutes from one address.
     */
    LookUpOutcome lookUp(String number, String mobileTail, String fromAddress);

    /** Cases staff may see whose number or applicant matches, the latest first, at most 50. */
    List<Summary> search(String text, CurrentUser staff);

    /** The sealed PDF of a legal document: made now if it does not exist yet. Not to be called inside a transaction. */
    default StoredFile requireDocument(CaseNumber number, CaseView.DocumentKind kind, CurrentUser by) {
        return requireDocument(number, kind, 1, by);
    }

    /** One of several documents of a kind, by its number among them. */
    StoredFile requireDocument(CaseNumber number, CaseView.DocumentKind kind, int serial, CurrentUser by);

    /** The case for another room acting on an event; no permission is asked, so never call it for a page. */
    CaseFile requireFile(CaseNumber number);

    /** What the granted steps lead to, for another room acting on an event; never call it for a page. */
    List<LaneResult> requireResults(CaseNumber number);

    /** The answers for another room acting on an event; no permission is asked, so never call it for a page. */
    ObjectNode requireAnswers(CaseNumber number);

    /** The stored file of a material, once the user may see the case. */
    StoredFile requireMaterial(CaseNumber number, FileId file, CurrentUser by);

    /**
     * Like {@link #requireMaterial} for staff, but not told to the applicant as one more reading: for the small pictures of
     * a page whose reading was recorded.
     */
    StoredFile peekMaterial(CaseNumber number, FileId file, CurrentUser staff);

    /** A case in a list. */
    record Summary(
            CaseNumber number,
            String itemName,
            String applicant,
            CaseState state,
            Instant filedAt,
            @Nullable LocalDate dueOn,
            @Nullable String resultIdentifier) {}

    /** What came of a public look-up. */
    sealed interface LookUpOutcome {

        /** Where the case stands, without personal data. */
        record Found(CaseFile file, List<ClockView> clocks, List<CaseView.Lane> lanes) implements LookUpOutcome {}

        /** No such case, or other digits. */
        record NotFound() implements LookUpOutcome {}

        /** Too many tries from this address. */
        record TooMany(Instant again) implements LookUpOutcome {}
    }
}
