package org.zhengtong.data.catalog;

/** Whether everybody may have the data (开放属性). */
public enum Openness {
    /** 无条件开放. */
    UNCONDITIONAL,
    /** 有条件开放. */
    CONDITIONAL,
    /** 不开放. */
    CLOSED
}
