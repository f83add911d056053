package org.zhengtong.service.feedback.web;

import java.util.List;
import java.util.Map;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.feedback.Complaint;
import org.zhengtong.service.feedback.ComplaintState;

/** Complaints with the names of the departments they are about. */
public record MyComplaintsPage(List<Complaint> complaints, Map<DepartmentId, String> departments) {

    public String department(Complaint complaint) {
        return departments.getOrDefault(
                complaint.department(), complaint.department().value());
    }

    /** How the state is drawn. */
    public static String drawn(ComplaintState state) {
        return switch (state) {
            case FILED, ACCEPTED -> "doing";
            case REFUSED -> "supplement";
            case ANSWERED -> "done";
        };
    }
}
