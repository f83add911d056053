package org.zhengtong.service.casework;

import org.zhengtong.base.identity.AccountId;

/** Another department has answered; whoever asked is told. */
public record OpinionGiven(CaseNumber number, String department, Opinion.Stance stance, AccountId askedBy) {}
