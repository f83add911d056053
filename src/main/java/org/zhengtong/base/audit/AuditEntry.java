package org.zhengtong.base.audit;

import java.time.Instant;

/** An action as it stands in the log: with its identifier, its time and the address it came from. */
public record AuditEntry(EntryId id, Instant at, String origin, AuditAction action) {}
