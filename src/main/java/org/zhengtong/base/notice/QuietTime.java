package org.zhengtong.base.notice;

import java.time.LocalTime;

/** Hours of a day in which nothing rings unless it is urgent; the same from and until: never. */
public record QuietTime(LocalTime from, LocalTime until) {

    /** Whether the time of day lies within, over midnight if need be. */
    public boolean covers(LocalTime time) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !from.equals(until) && (!time.isBefore(from) || time.isBefore(until));
    }
}
