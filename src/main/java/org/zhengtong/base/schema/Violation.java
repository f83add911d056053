package org.zhengtong.base.schema;

import java.util.List;

/**
 * One thing to mend.
 *
 * @param pointer where, from the top of the form: {@code /holders/people/1/number}
 * @param path the titles on the way there, without the page's: 股东 2, 公民身份号码
 * @param text where, why, and how to mend it
 * @param keyword which rule was broken, such as {@code required}, for programs
 */
public record Violation(String pointer, List<Words> path, Words text, String keyword) {
    public Violation {
        path = List.copyOf(path);
    }

    /** Key of the page it is on. */
    public String page() {
        var end = pointer.indexOf('/', 1);
        return end < 0 ? pointer.substring(1) : pointer.substring(1, end);
    }
}
