package org.zhengtong.service.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.AccountId;

/** A case was accepted, by a clerk or by law. */
public record CaseAccepted(
        CaseNumber number,
        ItemCode itemCode,
        LocalDate on,
        boolean deemed,
        @Nullable AccountId applicant) {}
