package org.zhengtong.service.appointments;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A kind of business (业务类型) of a hall.
 *
 * @param letter first sign of its queue tickets
 * @param hours such as {@code 09:00-12:00,13:00-17:00}
 * @param minutes how long a slot is
 * @param capacity how many appointments a slot takes
 */
public record Business(String code, String letter, String name, String hours, int minutes, int capacity) {

    private static final Pattern SPAN = Pattern.compile("([0-2][0-9]:[0-5][0-9])-([0-2][0-9]:[0-5][0-9])");

    public Business {
        if (!letter.matches("[A-Z]") || minutes < 5 || minutes > 240 || capacity < 1 || capacity > 999) {
            throw new IllegalArgumentException("Not a business: " + code);
        }
        starts(hours, minutes);
    }

    /** When its slots begin. */
    public List<LocalTime> starts() {
        return starts(hours, minutes);
    }

    private static List<LocalTime> starts(String hours, int minutes) {
        var starts = new ArrayList<LocalTime>();
        for (var span : hours.split(",", -1)) {
            var parts = SPAN.matcher(span.strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException("Not hours: " + hours);
            }
            var end = LocalTime.parse(parts.group(2)).toSecondOfDay() / 60;
            for (var at = LocalTime.parse(parts.group(1)).toSecondOfDay() / 60; at + minutes <= end; at += minutes) {
                starts.add(LocalTime.ofSecondOfDay(at * 60L));
            }
        }
        return starts;
    }
}
