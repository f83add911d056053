package org.zhengtong.app.window.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.ui.NavigationEntry;
import org.zhengtong.base.ui.ShellUser;
import org.zhengtong.service.casework.CaseLimits;

/** The lines of this room in the staff navigation. */
@Configuration(proxyBeanMethods = false)
class WindowNavigation {

    private record Line(String group, String textKey, String href, String permission, int order)
            implements NavigationEntry {}

    @Bean
    NavigationEntry inboxLine() {
        return new Line("cases", "window.inbox.title", "/staff/inbox", "casework.view_case", 10);
    }

    @Bean
    NavigationEntry walkInLine() {
        return new Line("cases", "window.walk-in.title", "/staff/walk-ins", "casework.file_for_walk_in", 20);
    }

    @Bean
    NavigationEntry extensionsLine(CaseLimits limits, Accounts accounts) {
        return new NavigationEntry() {
            @Override
            public String group() {
                return "cases";
            }

            @Override
            public String textKey() {
                return "window.extensions.title";
            }

            @Override
            public String href() {
                return "/staff/extensions";
            }

            @Override
            public String permission() {
                return CaseLimits.APPROVE;
            }

            @Override
            public int order() {
                return 30;
            }

            @Override
            public long count(ShellUser user) {
                return accounts.findUser(new AccountId(user.account()))
                        .map(limits::countWaiting)
                        .orElse(0L);
            }
        };
    }

    @Bean
    NavigationEntry inspectionsLine() {
        return new Line("cases", "window.inspections.title", "/staff/inspections", "casework.view_case", 25);
    }

    @Bean
    NavigationEntry casesLine() {
        return new Line("look-up", "window.search.title", "/staff/cases", "casework.view_case", 10);
    }

    @Bean
    NavigationEntry fullTextLine() {
        return new Line("look-up", "window.full-text.title", "/staff/search", "casework.view_case", 15);
    }
}
