package org.zhengtong.base.identity;

/** What is kept of a sign-in: an entry in the log, and the browser, so that a new one is told to the account's holder. */
public interface SignInRecord {

    /**
     * Notes that a session of an account begins.
     *
     * @param mark the random mark that the browser carries
     * @param userAgent what the browser says of itself
     * @param address its network address
     */
    void begun(AccountId account, SignInMethod method, String mark, String userAgent, String address);
}
