package org.zhengtong.base.jobs.web;

import java.util.List;
import org.zhengtong.base.jobs.RecurringStatus;

/** All recurring jobs. */
public record SchedulesPage(List<RecurringStatus> jobs) {}
