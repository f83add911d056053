package org.zhengtong.service.feedback.web;

import org.zhengtong.base.organization.Department;
import org.zhengtong.service.feedback.Complaint;

/** One complaint; for staff with what was typed and why it was not taken. */
public record ComplaintPage(Complaint complaint, String department, String typed, String faultKey) {

    static ComplaintPage of(Complaint complaint, Department department) {
        return new ComplaintPage(complaint, department.name(), "", "");
    }

    ComplaintPage refusing(String text, String key) {
        return new ComplaintPage(complaint, department, text, key);
    }
}
