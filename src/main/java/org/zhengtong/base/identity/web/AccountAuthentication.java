package org.zhengtong.base.identity.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.zhengtong.base.identity.CurrentUser;

/** The signed-in user as Spring Security sees him; lives for one request and is never stored. */
final class AccountAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient CurrentUser user;

    AccountAuthentication(CurrentUser user) {
        super(AuthorityUtils.createAuthorityList("ROLE_" + user.kind()));
        this.user = user;
        setAuthenticated(true);
    }

    @Override
    public CurrentUser getPrincipal() {
        return user;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return user.id().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccountAuthentication that && Objects.equals(user, that.user);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(user);
    }
}
