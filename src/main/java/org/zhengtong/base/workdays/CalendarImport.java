package org.zhengtong.base.workdays;

/** What an import did: days new, days changed, days left alone because they were edited by hand. */
public record CalendarImport(int added, int changed, int kept) {}
