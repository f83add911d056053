package org.zhengtong.service.license;

import org.zhengtong.base.codes.LicenseIdentifier;
import org.zhengtong.service.casework.CaseNumber;

/** A licence of a case was suspended, restored, revoked or cancelled; told inside the transaction. */
public record LicenseChanged(LicenseIdentifier identifier, CaseNumber caseNumber) {}
