package org.zhengtong.base.identity;

import java.util.Optional;

/** Whose identity was checked, how, when and by whom (网络安全法 第二十四条: real identity for those who are served). */
public interface RealNames {
    /** The permission to check documents at the counter. */
    String VERIFY = "identity.verify_real_name";

    /** What became of asking the source. */
    enum Asked {
        VERIFIED,
        /** The source knows the number under another name. */
        DIFFERS,
        /** The source did not answer; the account stays as it was. */
        SILENT,
        /** There is no source on this node. */
        NO_SOURCE
    }

    /** The check of an account; empty as long as it was not checked. */
    Optional<RealName> find(AccountId account);

    /** A clerk saw person and document; needs {@link #VERIFY}. {@code document} is a kind such as {@code IDENTITY_CARD}. */
    void verifyAtCounter(CurrentUser clerk, AccountId account, RealNameDocument document);

    /** Takes a check back that was wrong; needs {@link #VERIFY}. */
    void withdraw(CurrentUser clerk, AccountId account, String why);

    /** The holder proved a certificate in this name; other names leave the account as it was. */
    void verifyByCertificate(AccountId account, String name, String serial);

    /** Asks the source about one's own account. */
    Asked verifyBySource(CurrentUser user);

    /** Whether a source can be asked. */
    boolean sourceConfigured();
}
