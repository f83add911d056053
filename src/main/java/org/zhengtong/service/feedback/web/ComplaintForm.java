package org.zhengtong.service.feedback.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;

/** A complaint as typed, with its faults once it was refused. */
public record ComplaintForm(
        String department, String text, String contact, UUID token, boolean needsDepartment, boolean refused) {

    private static final int SHORTEST_TEXT = 10;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_CONTACT = 100;

    static ComplaintForm empty(boolean needsDepartment) {
        return new ComplaintForm("", "", "", UUID.randomUUID(), needsDepartment, false);
    }

    ComplaintForm checked() {
        return new ComplaintForm(department, text, contact, token, needsDepartment, true);
    }

    boolean valid() {
        return !departmentWrong() && !textTooShort() && !textTooLong() && !contactWrong();
    }

    private boolean departmentWrong() {
        return needsDepartment && department.isBlank();
    }

    private boolean textTooShort() {
        return text.strip().length() < SHORTEST_TEXT;
    }

    private boolean textTooLong() {
        return text.length() > LONGEST_TEXT;
    }

    private boolean contactWrong() {
        return contact.isBlank() || contact.length() > LONGEST_CONTACT;
    }

    /** All faults, for the summary and beside the fields. */
    public List<FieldFault> faults(Shell shell) {
        var faults = new ArrayList<FieldFault>();
        if (refused && departmentWrong()) {
            faults.add(new FieldFault("department", shell.say("feedback.complaint.department_missing")));
        }
        if (refused && textTooShort()) {
            faults.add(new FieldFault(
                    "text",
                    shell.say("feedback.complaint.text_short", text.strip().length(), SHORTEST_TEXT)));
        }
        if (refused && textTooLong()) {
            faults.add(new FieldFault("text", shell.say("feedback.too_long", text.length(), LONGEST_TEXT)));
        }
        if (refused && contactWrong()) {
            faults.add(new FieldFault("contact", shell.say("feedback.complaint.contact_missing")));
        }
        return faults;
    }
}
