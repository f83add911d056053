package org.zhengtong.base.identity;

/** Who has to show a second factor after the password (双因子, GB/T 22239-2019 8.1.4.1 d). Who set one up is always asked. */
public enum SecondFactorRule {
    NOBODY,
    /** The three administrators. */
    ADMINISTRATORS,
    /** All members of staff. */
    STAFF;

    /** Whether somebody like this must have one. */
    public boolean demands(AccountKind kind, boolean administrator) {
        return switch (this) {
            case NOBODY -> false;
            case ADMINISTRATORS -> administrator;
            case STAFF -> administrator || kind == AccountKind.STAFF;
        };
    }
}
