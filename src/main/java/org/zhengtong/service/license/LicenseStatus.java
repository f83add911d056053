package org.zhengtong.service.license;

/** State of a licence (GB/T 36904-2018); EXPIRED follows from the date and is never stored. */
public enum LicenseStatus {
    VALID,
    /** Not to be used for the time being (暂扣). */
    SUSPENDED,
    /** Taken away as a penalty, or withdrawn because it should not have been granted (吊销、撤销). */
    REVOKED,
    /** Given back or deleted at the holder's wish or end (注销, 行政许可法 第七十条). */
    CANCELLED,
    EXPIRED;

    /** Whether staff may set this status on a licence that has the other one. */
    public boolean mayFollow(LicenseStatus before) {
        return switch (this) {
            case VALID -> before == SUSPENDED;
            case SUSPENDED -> before == VALID;
            case REVOKED, CANCELLED -> before == VALID || before == SUSPENDED || before == EXPIRED;
            case EXPIRED -> false;
        };
    }
}
