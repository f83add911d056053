package org.zhengtong.base.identity;

/** The browsers an account signed in from; a new one is told to its holder. */
public interface Devices {

    /**
     * Notes that the account signed in from a browser.
     *
     * @param secret the random mark that the browser carries
     * @param userAgent what the browser says of itself
     * @param address its network address
     */
    void met(AccountId account, String secret, String userAgent, String address);
}
