package org.zhengtong.service.supervision.web.ruling;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.supervision.RuleSets;

/** What a version is called and from when it holds, as typed. */
public record HeadForm(
        @Nullable String version,
        @Nullable String name,
        @Nullable String validFrom) {

    private static final Pattern DAY = Pattern.compile("2[01][0-9]{2}-[01][0-9]-[0-3][0-9]");

    static final HeadForm EMPTY = new HeadForm("", "", "");

    public HeadForm {
        version = version == null ? "" : version.strip();
        name = name == null ? "" : name.strip();
        validFrom = validFrom == null ? "" : validFrom.strip();
    }

    /** A day that is none is one that is over. */
    RuleSets.Head head() {
        return new RuleSets.Head(String.valueOf(version), String.valueOf(name), day(String.valueOf(validFrom)));
    }

    static LocalDate day(String typed) {
        try {
            return DAY.matcher(typed).matches() ? LocalDate.parse(typed) : LocalDate.EPOCH;
        } catch (DateTimeException notOne) {
            return LocalDate.EPOCH;
        }
    }
}
