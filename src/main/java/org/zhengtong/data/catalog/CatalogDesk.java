package org.zhengtong.data.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;

/** Drafts as those see them who write or review them, and the rules while they write. */
public interface CatalogDesk {

    /** A draft, for those who may compile or review in its department; a problem for everybody else. */
    CatalogDraft require(long draft, CurrentUser by);

    /** The drafts of departments that the user compiles for. */
    Page mine(Query query, CurrentUser by);

    /** What waits for the user's review or publication, the most urgent first. */
    Page toReview(Query query, CurrentUser by);

    /** How many wait for the user's review or publication. */
    long countToReview(CurrentUser by);

    /** What is wrong with a sheet, given for what draft it is written (0: for none yet). */
    List<RuleFinding> check(long draft, ResourceMetadata metadata);

    /**
     * Which drafts.
     *
     * @param text part of the name or code; empty for all
     * @param state null for all states
     * @param department null for all departments
     * @param after key of the row after which the list goes on; empty for its beginning
     */
    record Query(
            String text,
            CatalogDraft.@Nullable State state,
            @Nullable DepartmentId department,
            String after,
            int most) {}

    /** One screen of drafts. */
    record Page(
            List<CatalogDraft> drafts, long total, @Nullable String next) {}
}
