package org.zhengtong.service.casework;

import org.zhengtong.base.identity.AccountId;

/** Enough have signed, or enough cannot any more; whoever asked hears it. */
public record SignaturesSettled(CaseNumber number, String title, boolean met, AccountId askedBy) {}
