package org.zhengtong.app.hall.web.finding;

import java.util.List;
import org.zhengtong.app.hall.web.finding.HomePage.DepartmentLink;

/** The departments whose items can be used in a place. */
public record DepartmentsPage(Place place, List<DepartmentLink> departments) {}
