package org.zhengtong.base.workdays.web;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.base.workdays.CalendarEdit;

/** The staff page of a year: calendar, form, edits; {@code doneKey} is empty or the text key of what was just done. */
public record CalendarPage(
        YearPage year, MarkForm form, List<MarkFault> faults, List<CalendarEdit> edits, String doneKey) {

    /** What is wrong with the form, in the reader's language. */
    public List<FieldFault> errors(Shell shell) {
        return faults.stream()
                .map(fault -> new FieldFault(
                        fault.field(), shell.say(fault.textKey(), fault.args().toArray())))
                .toList();
    }
}
