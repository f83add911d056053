package org.zhengtong.service.fees;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseNumber;

/**
 * A bill (缴款通知): what an applicant has to pay for a case at one stage.
 *
 * @param payer the applicant's account, null for a walk-in without one
 * @param lines the fees as they were published when the bill was made
 * @param paidOrder the payment order that paid it
 */
public record Bill(
        BillNumber number,
        CaseNumber caseNumber,
        FeeStage stage,
        DepartmentId department,
        ItemCode item,
        String itemName,
        @Nullable AccountId payer,
        String payerName,
        Money amount,
        boolean beforeDelivery,
        BillState state,
        Instant madeAt,
        @Nullable Instant paidAt,
        @Nullable String paidOrder,
        @Nullable Exemption exemption,
        List<Fee> lines) {

    /** Why nothing has to be paid (免缴). */
    public record Exemption(String reason, String law, String byName, Instant at) {}
}
