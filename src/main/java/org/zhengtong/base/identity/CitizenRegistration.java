package org.zhengtong.base.identity;

/** What a citizen typed to open an account, unchecked. */
public record CitizenRegistration(String name, String number, String mobile, NewPassword password) {

    /** Tells nothing: what was typed must not reach a log. */
    @Override
    public String toString() {
        return "CitizenRegistration";
    }
}
