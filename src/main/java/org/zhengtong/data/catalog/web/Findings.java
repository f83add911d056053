package org.zhengtong.data.catalog.web;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.catalog.RuleFinding;

/** Findings in words beside their fields. */
public final class Findings {
    private static final String ITEM = "items-";

    private Findings() {}

    /** Key of the name of a finding's field: that of the column for an item's. */
    public static String column(RuleFinding finding) {
        var field = finding.field();
        if (!field.startsWith(ITEM)) {
            return field;
        }
        var what = field.substring(field.lastIndexOf('-') + 1);
        return "item" + Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }

    /** What a finding's field is called; regional fields bring their name with them. */
    public static String label(RuleFinding finding, Shell shell) {
        return finding.field().startsWith("extension-") && !finding.args().isEmpty()
                ? finding.args().getFirst()
                : shell.sayOr(finding.field(), "catalog.field." + column(finding));
    }

    /** The same for a form. */
    static List<FieldFault> faults(List<RuleFinding> findings, Shell shell) {
        return findings.stream()
                .map(finding -> new FieldFault(
                        finding.field(),
                        shell.say(finding.textKey(), finding.args().toArray())))
                .toList();
    }
}
