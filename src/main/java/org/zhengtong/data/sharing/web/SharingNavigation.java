package org.zhengtong.data.sharing.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.base.ui.NavigationEntry;
import org.zhengtong.data.sharing.Grants;
import org.zhengtong.data.sharing.Requests;

/** The lines of this room in the staff navigation. */
@Configuration(proxyBeanMethods = false)
class SharingNavigation {

    private record Line(String textKey, String href, String permission, int order) implements NavigationEntry {

        @Override
        public String group() {
            return "data";
        }
    }

    @Bean
    NavigationEntry sharingLine() {
        return new Line("sharing.title", "/staff/sharing/requests", Requests.REQUEST_DATA, 50);
    }

    @Bean
    NavigationEntry grantsLine() {
        return new Line("sharing.grants", "/staff/sharing/grants", Grants.USE_GRANT, 51);
    }

    @Bean
    NavigationEntry disputesLine() {
        return new Line("sharing.disputes", "/staff/sharing/requests?box=DISPUTES", Requests.DECIDE_DISPUTE, 52);
    }

    @Bean
    NavigationEntry stopsLine() {
        return new Line("sharing.stops", "/staff/sharing/stops", Grants.STOP_EVERYTHING, 53);
    }
}
