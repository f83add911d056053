package org.zhengtong.base.certificates.web;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;

/** The form by which a certificate is issued. */
public record IssuePage(IssueForm form, List<FieldFault> faults) {

    public boolean faulty(String field) {
        return faults.stream().anyMatch(fault -> fault.field().equals(field));
    }

    public boolean forNode() {
        return form.forNode();
    }
}
