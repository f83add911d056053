package org.zhengtong.service.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.organization.DepartmentId;

/**
 * A case (办件) in its present state.
 *
 * @param division where the matter lies: it stands in the number and in the statistics
 * @param jurisdiction whose departments handle it: the division the application was made to
 * @param receivedOn the day the last material arrived
 * @param acceptedOn the day of acceptance, back-dated when the law deems it accepted
 * @param leadDepartment whose name stands on the decision
 * @param granted the result, null before the decision
 * @param resultIdentifier identifier of the licence, null before delivery
 * @param handledAt code of the node where the case is handled, null when it is this one
 */
public record CaseFile(
        CaseNumber number,
        String procedure,
        int procedureVersion,
        ItemCode itemCode,
        String itemName,
        DivisionCode division,
        DivisionCode jurisdiction,
        DepartmentId leadDepartment,
        Channel channel,
        CaseState state,
        Applicant applicant,
        Instant filedAt,
        LocalDate receivedOn,
        @Nullable LocalDate acceptedOn,
        boolean deemedAccepted,
        @Nullable Instant decidedAt,
        @Nullable Boolean granted,
        @Nullable Instant closedAt,
        @Nullable String licenseType,
        @Nullable String resultIdentifier,
        @Nullable String handledAt) {

    /** Who owns the files of the case: its materials and its documents. */
    public FileOwner files() {
        return new FileOwner("casework", "case/" + number.value());
    }
}
