package org.zhengtong.data.catalog;

/** How data may be shared between departments (政务信息资源共享管理暂行办法 第九条). */
public enum SharingType {
    /** 无条件共享: taken directly. */
    UNCONDITIONAL,
    /** 有条件共享: on request, for the purposes that the conditions name. */
    CONDITIONAL,
    /** 不予共享: only where a law or the State Council says so. */
    NOT_SHARED;

    /** The digit that forms use: 1, 2 or 3. */
    public int digit() {
        return ordinal() + 1;
    }
}
