package org.zhengtong.base.establishment.internal;

import java.util.List;

/** Lines of cells as they stand in a file, the head first, and how they were read. */
record SheetLines(String encoding, List<Line> lines) {

    /** A line with its number as people count it. */
    record Line(int number, List<String> cells) {

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }
}
