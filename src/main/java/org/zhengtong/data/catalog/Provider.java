package org.zhengtong.data.catalog;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;

/**
 * Who provides a resource (提供方).
 *
 * @param department the department as this node knows it; null for those of other nodes and of old lists
 * @param code unified social credit code as it was written, perhaps wrong or empty
 */
public record Provider(@Nullable DepartmentId department, String name, String code) {

    /** Nobody yet. */
    public static final Provider NONE = new Provider(null, "", "");
}
