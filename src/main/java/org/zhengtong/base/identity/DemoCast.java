package org.zhengtong.base.identity;

/** The people of a demonstration, as they act in it. */
public interface DemoCast {

    /** A member of staff by the number in the personnel list, such as {@code jn-0204}. */
    CurrentUser staff(String id);

    /** An enterprise by its credit code. */
    CurrentUser enterprise(String creditCode);
}
