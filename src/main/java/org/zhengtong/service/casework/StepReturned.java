package org.zhengtong.service.casework;

import org.zhengtong.base.identity.AccountId;

/** A case came back to a step; {@code doneBy} had done it. */
public record StepReturned(CaseNumber number, String from, String title, AccountId doneBy) {}
