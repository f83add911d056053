package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.internal.Secrets;

/** Remembers in a signed cookie who signed in last here, so that a form sent after the session's end is kept for that account alone. */
@Component
class LastAccount {
    private static final String COOKIE = "ZTLAST";

    private final Secrets secrets;

    LastAccount(Secrets secrets) {
        this.secrets = secrets;
    }

    void remember(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        Cookies.set(request, response, COOKIE, account + "." + signature(account.toString()), Duration.ofDays(1));
    }

    Optional<AccountId> find(HttpServletRequest request) {
        return Cookies.find(request, COOKIE)
                .map(value -> value.split("\\.", 2))
                .filter(parts -> parts.length == 2 && parts[0].matches("[1-9][0-9]{0,17}"))
                .filter(parts -> MessageDigest.isEqual(
                        parts[1].getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        signature(parts[0]).getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .map(parts -> new AccountId(Long.parseLong(parts[0])));
    }

    private String signature(String account) {
        return HexFormat.of().formatHex(secrets.digest("last account", account));
    }
}
