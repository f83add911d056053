package org.zhengtong.base.workdays;

/** Where a limit comes from. */
public enum TimeLimitKind {
    /** From law (法定时限). */
    STATUTORY,
    /** Promised by the department, never longer than the statutory one (承诺时限). */
    COMMITTED
}
