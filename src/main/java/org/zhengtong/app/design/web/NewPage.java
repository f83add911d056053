package org.zhengtong.app.design.web;

import java.util.List;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.ui.FieldFault;

/** The first two questions of a new item. */
public record NewPage(String name, String department, List<Department> choosable, List<FieldFault> errors) {}
