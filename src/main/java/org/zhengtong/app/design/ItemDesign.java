package org.zhengtong.app.design;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;

/**
 * A draft of a service item (事项草案).
 *
 * @param version counts the savings
 * @param follows the published draft it changes; null for a new item
 * @param itemVersion the version of the item it became
 * @param reason why it was sent back
 */
public record ItemDesign(
        DesignId id,
        int version,
        DesignState state,
        String name,
        String code,
        DepartmentId department,
        ItemContent content,
        @Nullable DesignId follows,
        @Nullable Integer itemVersion,
        @Nullable String reason,
        Author createdBy,
        Instant savedAt,
        String savedBy,
        @Nullable AccountId handedInBy,
        @Nullable Review review) {

    /** Who began it. */
    public record Author(AccountId account, String name) {}

    /** Who sent it back or published it. */
    public record Review(String by, Instant at) {}

    /** The same as somebody saw it who knows this version. */
    public ItemDesign seenAt(int seen) {
        return with(seen, new Title(name, code), department, content);
    }

    /** The same under another name, code or department. */
    public ItemDesign named(String otherName, String otherCode, DepartmentId other) {
        return with(version, new Title(otherName, otherCode), other, content);
    }

    /** The same with other content. */
    public ItemDesign holding(ItemContent other) {
        return with(version, new Title(name, code), department, other);
    }

    private record Title(String name, String code) {}

    private ItemDesign with(int seen, Title title, DepartmentId of, ItemContent held) {
        return new ItemDesign(
                id,
                seen,
                state,
                title.name(),
                title.code(),
                of,
                held,
                follows,
                itemVersion,
                reason,
                createdBy,
                savedAt,
                savedBy,
                handedInBy,
                review);
    }

    /** Key of the procedure it becomes, the same for all drafts of the item. */
    public String procedureKey() {
        var origin = content.fact("origin");
        return "screen-" + (origin.isEmpty() ? id.value() : origin);
    }
}
