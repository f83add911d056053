package org.zhengtong.service.casework;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.schema.FormVersion;
import tools.jackson.databind.node.ObjectNode;

/** Applications being written: kept on the server from the first answer, across devices, for 90 days. */
public interface Drafts {

    /** Starts an application for an item in a division; a clerk starts it on behalf of a walk-in. */
    DraftId create(Start start, CurrentUser by);

    /** The draft, if this user may see it: his own, or one he is typing for a walk-in. */
    Optional<Draft> find(DraftId id, CurrentUser by);

    /** The user's own unfinished drafts, the latest first. */
    List<Draft> listMine(CurrentUser by);

    /** The user's own unfinished drafts for an item, the latest first. */
    List<Draft> listMine(ItemCode item, CurrentUser by);

    /**
     * Keeps all answers as typed, right or wrong; never refuses because of their content.
     *
     * @param version the version the page was made from
     */
    SaveOutcome save(DraftId id, int version, ObjectNode answers, CurrentUser by);

    /** The draft was moved to the form's current version (after the applicant saw what changed). */
    SaveOutcome moveToForm(DraftId id, int version, FormVersion form, ObjectNode answers, CurrentUser by);

    /** Removes a draft; it can be brought back until it expires. */
    void remove(DraftId id, CurrentUser by);

    /** Brings a removed draft back. */
    void restore(DraftId id, CurrentUser by);

    /**
     * What a draft starts from.
     *
     * @param itemCode the service item's implementation code
     * @param onBehalf for a walk-in at the window: who applies; null when the user applies for himself
     */
    record Start(
            ItemCode itemCode,
            DivisionCode division,
            Channel channel,
            @Nullable WalkIn onBehalf) {}

    /** A person at the counter, as the clerk reads it from his identity card. */
    record WalkIn(String name, String identifier, String mobile) {}

    /** What came of saving. */
    sealed interface SaveOutcome {

        /** Saved; the version to send with the next page. */
        record Saved(int version) implements SaveOutcome {}

        /** Another window saved meanwhile: both texts are there, nothing was overwritten. */
        record Conflict(Draft current) implements SaveOutcome {}

        /** The draft was filed already. */
        record AlreadyFiled(CaseNumber number) implements SaveOutcome {}
    }
}
