package org.zhengtong.base.permission.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.HeldRole;
import org.zhengtong.base.permission.RoleAdministration;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.base.ui.Texts;

/** Says in the reader's language what a right is called and who grants it. */
@Component
class RightsInWords {
    private static final int NAMED = 3;

    private final ObjectProvider<RoleHolding> holding;
    private final Accounts accounts;
    private final Texts texts;

    RightsInWords(ObjectProvider<RoleHolding> holding, Accounts accounts, Texts texts) {
        this.holding = holding;
        this.accounts = accounts;
        this.texts = texts;
    }

    String name(String permission) {
        var key = "permission.name." + permission;
        return texts.knows(key) ? texts.say(locale(), key) : permission;
    }

    /** The nearest ones first: those of the department before those of everything. */
    String whoGrants(@Nullable DepartmentId department) {
        var holders = holding.getObject().holders(RoleAdministration.GRANT_ROLE).stream()
                .filter(grant -> department == null
                        ? grant.scope().everything()
                        : grant.scope().covers(department))
                .map(HeldRole::account)
                .distinct()
                .toList();
        var names = namesOf(holders);
        return names.isEmpty() ? texts.say(locale(), "permission.administrators") : names;
    }

    private String namesOf(List<AccountId> holders) {
        var names = accounts.names(holders);
        return holders.stream()
                .filter(names::containsKey)
                .limit(NAMED)
                .map(names::get)
                .collect(Collectors.joining(texts.say(locale(), "permission.and")));
    }

    private static Locale locale() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Appearance.of(attributes.getRequest()).locale()
                : Locale.SIMPLIFIED_CHINESE;
    }
}
