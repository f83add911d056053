package org.zhengtong.app.design;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;

/** Front door of the room: drafts of items, from the first word to publication. */
public interface ItemDesigns {

    /** Permission to write drafts of items. */
    String EDIT_DRAFT = "design.edit_draft";

    /** Permission to send drafts back and to publish them. */
    String REVIEW_DRAFT = "design.review_draft";

    /** Begins a new item of a department, with a form that asks who applies and with a code proposed. */
    DesignId begin(String name, DepartmentId department, CurrentUser by);

    /** A draft within the user's scope; anything else is not found. */
    ItemDesign require(DesignId id, CurrentUser by);

    /** A page of the list, the last saved first. */
    List<ItemDesign> search(Wish wish, CurrentUser by);

    /** Keeps content as typed, right or wrong. */
    SaveOutcome save(ItemDesign seen, ItemContent content, CurrentUser by);

    /** Everything that keeps it from being published. */
    List<Finding> findings(ItemDesign draft);

    /** Hands it in for review when nothing is to mend; says whether. */
    boolean handIn(ItemDesign seen, CurrentUser by);

    /** Takes it back from review. */
    void takeBack(DesignId id, CurrentUser by);

    /** Sends it back with a reason; a reviewer's act. */
    void sendBack(ItemDesign seen, String reason, CurrentUser by);

    /** Publishes it as the item's next version; a reviewer's act, and not the one's who handed it in. */
    PublishOutcome publish(ItemDesign seen, CurrentUser by);

    /** The draft whose content is in force now, of the same item; empty before the first publication. */
    Optional<ItemDesign> published(ItemDesign draft);

    /** Begins a change of a published item; goes on with the one that is begun already. */
    DesignId revise(DesignId published, CurrentUser by);

    /** Takes the published item back: it can no longer be found or applied for, running cases go on. */
    void retire(DesignId id, String reason, CurrentUser by);

    /** Throws a draft away that was not published. */
    void remove(DesignId id, CurrentUser by);

    /** Brings one back that was thrown away, unless another draft took its code meanwhile. */
    void restore(DesignId id, CurrentUser by);

    /** What became of saving. */
    enum SaveOutcome {
        SAVED,
        /** Somebody else saved in between; nothing was changed. */
        OVERTAKEN,
        /** Another open draft has this item code. */
        CODE_TAKEN
    }

    /** What became of publishing. */
    sealed interface PublishOutcome {
        record Published(int version) implements PublishOutcome {}

        record Refused(List<Finding> findings) implements PublishOutcome {}

        /** The draft was changed or taken back in between. */
        record Overtaken() implements PublishOutcome {}
    }

    /**
     * What to list.
     *
     * @param text part of name or code, "" for all
     * @param state null for all but those thrown away
     * @param after the last row of the page before
     */
    record Wish(
            String text,
            @Nullable DesignState state,
            boolean mine,
            @Nullable Cursor after,
            int most) {}

    /** Where a page of the list ended. */
    record Cursor(Instant savedAt, long id) {}
}
