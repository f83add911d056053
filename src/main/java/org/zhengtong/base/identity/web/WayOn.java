package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.Accounts;

/** Where somebody goes who has just signed in: to the form that waits, to the page that asked, or home. */
@Component
public class WayOn {

    private final Accounts accounts;
    private final PostKeeper keeper;

    WayOn(Accounts accounts, PostKeeper keeper) {
        this.accounts = accounts;
        this.keeper = keeper;
    }

    /** The address to go to. */
    public String after(HttpServletRequest request, AccountId account, String next) {
        if (keeper.isWaiting(request, account)) {
            return PostKeeper.PAGE;
        }
        var home = accounts.find(account)
                .filter(found -> found.kind() == AccountKind.STAFF)
                .map(found -> "/staff")
                .orElse("/");
        var way = next.equals(PostKeeper.PAGE) ? home : LocalPath.or(next, home);
        return way.startsWith("/oauth2/")
                ? "/sign-in/onward?next=" + URLEncoder.encode(way, StandardCharsets.UTF_8)
                : way;
    }
}
