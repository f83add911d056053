package org.zhengtong.service.casework;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A task: one step of one case in one department's inbox, written {@code 370104-20260302-0017-5.2}.
 *
 * @param serial counts the case's tasks from 1; 1 is the intake
 */
public record TaskId(CaseNumber number, int serial) {

    private static final Pattern FORM = Pattern.compile("([0-9X-]{20,25})\\.([0-9]{1,4})");

    public TaskId {
        if (serial < 1) {
            throw new IllegalArgumentException("Tasks count from 1: " + serial);
        }
    }

    /** Reads the text of an address; empty when it is not a task. */
    public static Optional<TaskId> parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var serial = Integer.parseInt(parts.group(2));
        return serial < 1
                ? Optional.empty()
                : CaseNumber.parse(parts.group(1)).map(number -> new TaskId(number, serial));
    }

    /** As it stands in an address. */
    public String text() {
        return number.value() + "." + serial;
    }

    @Override
    public String toString() {
        return text();
    }
}
