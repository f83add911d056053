package org.zhengtong.base.identity;

import org.zhengtong.base.codes.CitizenNumber;

/** The people of a demonstration, as they act in it. */
public interface DemoCast {

    /** A member of staff by the number in the personnel list, such as {@code jn-0204}. */
    CurrentUser staff(String id);

    /** A citizen by his number. */
    CurrentUser citizen(CitizenNumber number);

    /** An enterprise by its credit code. */
    CurrentUser enterprise(String creditCode);
}
