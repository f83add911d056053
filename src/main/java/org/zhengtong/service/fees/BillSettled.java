package org.zhengtong.service.fees;

import org.zhengtong.service.casework.CaseNumber;

/** Nothing is owed for this bill any more: it was paid or waived. */
public record BillSettled(BillNumber number, CaseNumber caseNumber) {}
