package org.zhengtong.base.organization;

import java.util.List;
import org.zhengtong.base.audit.Actor;

/**
 * What a room does when departments, posts or staff change under its work; a bean of any room above. First it is asked what
 * hangs on the change, so that people see it before they decide; when the change takes effect it moves what is its own.
 */
public interface OrganizationChangeEffect {

    /** What of this room's work the change would touch, in counts; changes nothing. */
    List<Line> foresee(OrganizationShift shift);

    /** Moves the room's work, inside the transaction in which the change takes effect and after its rows are written. */
    void follow(OrganizationShift shift, Actor by);

    /**
     * One line of the page that asks before: the text {@code key} with the count as {0} and further arguments after it.
     *
     * @param blocking whether the change cannot be done as long as this is so
     */
    record Line(String key, long count, List<String> args, boolean blocking) {
        public Line {
            args = List.copyOf(args);
        }

        /** A line that only informs. */
        public static Line of(String key, long count, String... args) {
            return new Line(key, count, List.of(args), false);
        }

        /** A line that stops the change. */
        public static Line stops(String key, long count, String... args) {
            return new Line(key, count, List.of(args), true);
        }
    }
}
