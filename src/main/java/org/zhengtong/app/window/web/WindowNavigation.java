package org.zhengtong.app.window.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.base.ui.NavigationEntry;

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
    NavigationEntry casesLine() {
        return new Line("look-up", "window.search.title", "/staff/cases", "casework.view_case", 10);
    }

    @Bean
    NavigationEntry fullTextLine() {
        return new Line("look-up", "window.full-text.title", "/staff/search", "casework.view_case", 15);
    }
}
