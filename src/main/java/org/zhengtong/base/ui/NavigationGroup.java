package org.zhengtong.base.ui;

import java.util.List;

/** Lines of the staff navigation under one heading. */
public record NavigationGroup(String title, List<Line> lines) {

    /** One line as shown. */
    public record Line(String text, String href, long count, boolean current) {}
}
