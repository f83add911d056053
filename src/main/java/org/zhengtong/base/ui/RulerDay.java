package org.zhengtong.base.ui;

/**
 * One day on the working-day ruler (工期尺).
 *
 * @param kind one of {@code zero used today rest stop due late} or empty for a day ahead
 * @param day the date as shown
 * @param note what the day is, such as “第 2 天”
 * @param today whether it is today
 */
public record RulerDay(String kind, String day, String note, boolean today) {}
