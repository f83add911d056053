package org.zhengtong.base.identity;

/** Signing in by name and password. */
public interface SignIn {

    /**
     * Checks name and password. A name that does not exist costs the same time, counts the same failures and is refused in
     * the same words as a wrong password.
     *
     * @param name citizen number, credit code or the name of a staff account
     * @param address network address of the request; one that fails with many names has to wait
     */
    SignInOutcome signIn(String name, String password, String address);
}
