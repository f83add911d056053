package org.zhengtong.service.feedback.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.casework.CaseFile;

/** The form of a complaint about a case, or about a department when there is none. */
public record ComplaintFormPage(
        @Nullable CaseFile file, String action, List<DepartmentGroup> departments, ComplaintForm form) {

    /** The departments of one division. */
    public record DepartmentGroup(String division, List<Choice> departments) {}

    /** A department to choose. */
    public record Choice(String id, String name) {}
}
