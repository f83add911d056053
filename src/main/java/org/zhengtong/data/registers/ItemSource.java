package org.zhengtong.data.registers;

import java.time.LocalDate;
import org.zhengtong.base.organization.DepartmentId;

/** From a day on, this department is the authoritative source (数源部门) of an item, until another follows. */
public record ItemSource(ItemName item, DepartmentId department, LocalDate from) {}
