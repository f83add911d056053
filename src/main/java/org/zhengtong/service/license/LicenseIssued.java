package org.zhengtong.service.license;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.LicenseIdentifier;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.service.casework.CaseNumber;

/** A licence was issued; its sealed sheet follows within moments. */
public record LicenseIssued(
        LicenseIdentifier identifier,
        CaseNumber caseNumber,
        @Nullable AccountId holder,
        Instant at) {}
