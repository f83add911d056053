package org.zhengtong.data.catalog.internal.check;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.zhengtong.base.organization.DepartmentId;

/**
 * What a check knows beside the sheet itself.
 *
 * @param fixedClass class of the published version, which is part of its code; empty for a new resource
 * @param departments whether a department is known
 */
public record CheckGround(
        Lists lists, LocalDate today, Neighbours neighbours, String fixedClass, Predicate<DepartmentId> departments) {}
