package org.zhengtong.base.notice.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.base.ui.NavigationEntry;

/** The room's lines in the staff navigation. */
@Configuration(proxyBeanMethods = false)
class OutboxNavigation {

    @Bean
    NavigationEntry deliveriesEntry() {
        return new Entry("notice.deliveries", "/staff/deliveries", 81);
    }

    @Bean
    NavigationEntry messageTemplatesEntry() {
        return new Entry("notice.templates", "/staff/message-templates", 82);
    }

    @Bean
    NavigationEntry messageGatewaysEntry() {
        return new Entry("notice.gateways", "/staff/message-gateways", 83);
    }

    private record Entry(String textKey, String href, int order) implements NavigationEntry {

        @Override
        public String group() {
            return "settings";
        }

        @Override
        public String permission() {
            return DeliveriesController.VIEW_OUTBOX;
        }
    }
}
