package org.zhengtong.service.casework;

import org.zhengtong.base.identity.AccountId;

/** Whoever asked for more time is told that there is none. */
public record ExtensionRefused(CaseNumber number, String reason, AccountId askedBy) {}
