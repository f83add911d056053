package org.zhengtong.base.print.internal;

import java.util.List;

/** Something on a page, in millimetres from the upper left corner. */
sealed interface OfdGraphic {

    /**
     * Lines and areas.
     *
     * @param data abbreviated path data
     * @param fill colour of the area, empty for none
     * @param stroke colour of the line, empty for none
     */
    record Path(String data, String fill, boolean evenOdd, String stroke, double lineWidth) implements OfdGraphic {}

    /**
     * Characters of one size and colour on one line.
     *
     * @param matrix the four parts that turn them; empty for upright text
     * @param steps from each character to the next
     */
    record Text(
            String face,
            double size,
            String color,
            List<Double> matrix,
            double x,
            double y,
            String characters,
            List<Double> steps)
            implements OfdGraphic {
        public Text {
            matrix = List.copyOf(matrix);
            steps = List.copyOf(steps);
        }
    }
}
