package org.zhengtong.service.items;

/** Whom an item serves (服务对象): table A.4 of GB/T 39046-2020, its kinds of legal persons taken together. */
public enum TargetGroup {
    PERSON,
    LEGAL_PERSON
}
