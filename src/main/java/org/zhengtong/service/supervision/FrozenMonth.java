package org.zhengtong.service.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.zhengtong.base.audit.EntryId;

/** A month whose scores do not change any more, with the entry of the log. */
public record FrozenMonth(YearMonth month, Instant frozenAt, LocalDate frozenOn, String frozenName, EntryId entry) {}
