package org.zhengtong.service.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.schema.FormVersion;
import tools.jackson.databind.node.ObjectNode;

/**
 * An application being written.
 *
 * @param version counts every save; a page sends back the one it was made from
 * @param formVersion the version of the form the answers were given to
 * @param title the applicant's name or the enterprise's name as far as it is known, for lists
 * @param filedAs the case made from it, null while it is open
 */
public record Draft(
        DraftId id,
        int version,
        ItemCode itemCode,
        String itemName,
        String formKey,
        FormVersion formVersion,
        DivisionCode division,
        Channel channel,
        Drafts.@Nullable WalkIn onBehalf,
        ObjectNode answers,
        @Nullable String title,
        Instant createdAt,
        Instant savedAt,
        LocalDate expiresOn,
        @Nullable CaseNumber filedAs) {

    /** Who owns the files uploaded for it, until it is filed. */
    public FileOwner files() {
        return new FileOwner("casework", "draft/" + id.value());
    }
}
