package org.zhengtong.base.schema;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answers to read. One section a page. */
public record AnswersView(List<Section> sections) {
    public AnswersView {
        sections = List.copyOf(sections);
    }

    /**
     * How to show them.
     *
     * @param masked citizen numbers and mobile numbers in part only
     * @param verified pointers of answers a register has confirmed
     */
    public record Wish(Locale locale, boolean masked, Set<String> verified) {
        public Wish {
            verified = Set.copyOf(verified);
        }
    }

    /** A page's answers. */
    public record Section(String page, String title, String phase, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /** A question and its answer; {@code fieldId} is where to change it on its page. */
    public record Row(String pointer, String fieldId, String label, List<Line> lines, boolean verified) {
        public Row {
            lines = List.copyOf(lines);
        }
    }

    /** A line of an answer; a file has the id to fetch it by. */
    public record Line(
            @Nullable String label, String text, @Nullable String fileId) {}
}
