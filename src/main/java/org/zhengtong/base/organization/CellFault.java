package org.zhengtong.base.organization;

import java.util.List;

/**
 * What is wrong with one cell. The text is {@code organization.fault.<rule>}, how to mend it {@code …<rule>.mend}.
 *
 * @param line row of the file as people count it, the head being 1; 0 in a form
 */
public record CellFault(int line, String column, String value, String rule, List<String> args) {
    public CellFault {
        args = List.copyOf(args);
    }

    /** Key of the sentence that says which rule is broken. */
    public String textKey() {
        return "organization.fault." + rule;
    }

    /** Key of the sentence that says how to mend it. */
    public String mendKey() {
        return textKey() + ".mend";
    }
}
