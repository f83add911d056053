package org.zhengtong.service.casework;

/** Number of a draft (草稿); only its owner and the clerk who made it can open it. */
public record DraftId(long value) {}
