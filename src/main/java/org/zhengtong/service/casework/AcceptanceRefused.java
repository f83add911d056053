package org.zhengtong.service.casework;

import java.time.Instant;

/** An authority refused to accept a case (不予受理); its reasons stand in the case. */
public record AcceptanceRefused(CaseNumber number, Instant at) {}
