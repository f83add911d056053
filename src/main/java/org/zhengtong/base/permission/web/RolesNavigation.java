package org.zhengtong.base.permission.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.base.permission.AccessReasons;
import org.zhengtong.base.permission.RoleAdministration;
import org.zhengtong.base.ui.NavigationEntry;

/** The lines of roles and rights in the staff navigation. */
@Configuration(proxyBeanMethods = false)
class RolesNavigation {

    private record Line(String group, String textKey, String href, String permission, int order)
            implements NavigationEntry {}

    @Bean
    NavigationEntry rolesLine() {
        return new Line("settings", "permission.navigation.roles", "/staff/roles", RoleAdministration.GRANT_ROLE, 10);
    }

    @Bean
    NavigationEntry accessLine() {
        return new Line("settings", "permission.access.title", "/staff/access", AccessReasons.VIEW_ACCESS, 11);
    }

    @Bean
    NavigationEntry administratorsLine() {
        return new Line(
                "settings",
                "permission.administrators.title",
                "/staff/administrators",
                "permission.view_administrators",
                12);
    }

    @Bean
    NavigationEntry delegationsLine() {
        return new Line("look-up", "permission.delegation.title", "/staff/delegations", "", 30);
    }
}
