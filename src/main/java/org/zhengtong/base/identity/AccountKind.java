package org.zhengtong.base.identity;

/** Whose account it is. */
public enum AccountKind {
    CITIZEN,
    ENTERPRISE,
    STAFF
}
