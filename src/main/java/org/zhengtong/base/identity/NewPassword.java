package org.zhengtong.base.identity;

/** A new password, typed twice. */
public record NewPassword(String password, String repeated) {

    /** Tells nothing: a password must not reach a log. */
    @Override
    public String toString() {
        return "NewPassword";
    }
}
