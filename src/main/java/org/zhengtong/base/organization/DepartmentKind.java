package org.zhengtong.base.organization;

/** What a department is in the structure of its government. */
public enum DepartmentKind {
    /** The government's own office (办公厅、办公室). */
    OFFICE,
    /** A constituent department (组成部门). */
    CONSTITUENT,
    /** An agency directly under the government (直属机构、直属特设机构). */
    AGENCY,
    /** An agency managed by a department (部门管理机构). */
    SUBORDINATE,
    /** A service hall or window centre (政务服务中心). */
    SERVICE_CENTER,
    /** A local office of a higher authority, such as taxation (垂直管理机构). */
    VERTICAL
}
