package org.zhengtong.service.casework;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.organization.DepartmentId;

/**
 * What a department's granted step leaves in the applicant's hands.
 *
 * @param title the result in words, or the step's title when the procedure names none
 * @param item the lane's own item in a bundle; null when it is a step of the whole
 * @param license the lane's own licence type; null when there is none
 */
public record LaneResult(
        String step,
        String title,
        DepartmentId department,
        @Nullable ItemCode item,
        @Nullable String license) {}
