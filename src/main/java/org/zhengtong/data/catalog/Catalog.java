package org.zhengtong.data.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;

/** Front door: the life of resources from compiling (编制) over filing, review and publication to retirement. */
public interface Catalog {

    /** The right to compile, change and file for a department. */
    String COMPILE_RESOURCE = "catalog.compile_resource";

    /** The right to review and publish what departments of a place have filed. */
    String REVIEW_RESOURCE = "catalog.review_resource";

    /** The resource of our own with this code, published or retired. */
    Optional<Resource> find(ResourceCode code);

    /** The resource of our own with this code; a problem when there is none. */
    Resource require(ResourceCode code);

    /** Begins a new entry of a department. */
    CatalogDraft compile(DepartmentId department, CurrentUser by);

    /** Begins a change of a published resource, or goes on with the one that was begun. */
    CatalogDraft change(ResourceCode code, CurrentUser by);

    /** Writes a draft down; {@code revision} is what the form was made from. Rules are shown, none is enforced yet. */
    LifeCycleOutcome save(long draft, int revision, ResourceMetadata metadata, CurrentUser by);

    /** Hands a draft in for review. */
    LifeCycleOutcome file(long draft, CurrentUser by);

    /** Hands the wish in to take a published resource out of the catalog. */
    LifeCycleOutcome fileRetirement(ResourceCode code, String reason, CurrentUser by);

    /** Approves what was filed, or sends it back with a note. */
    LifeCycleOutcome review(long draft, boolean approved, String note, CurrentUser by);

    /** Puts what was approved in force. */
    LifeCycleOutcome publish(long draft, CurrentUser by);

    /** Takes a filed draft back to its desk. */
    LifeCycleOutcome withdraw(long draft, CurrentUser by);

    /** Throws a draft away. */
    void discard(long draft, CurrentUser by);

    /** Takes over what another node has published; the same again changes nothing. */
    Receipt receiveForeign(String node, List<CatalogEntrySnapshot> entries);

    /** What became of entries of another node; those refused with the reason's key. */
    record Receipt(int added, int changed, int retired, int unchanged, List<Refused> refused) {
        public Receipt {
            refused = List.copyOf(refused);
        }

        /** An entry that was not taken. */
        public record Refused(@Nullable String code, String reason) {}
    }
}
