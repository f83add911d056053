package org.zhengtong.service.fees.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.base.ui.NavigationEntry;

/** The room's lines in the staff navigation. */
@Configuration(proxyBeanMethods = false)
class FeesNavigation {

    @Bean
    NavigationEntry billsEntry() {
        return new Entry("cases", "fees.bills", "/staff/bills", BillDeskController.VIEW_BILL, 70);
    }

    @Bean
    NavigationEntry reconciliationEntry() {
        return new Entry("cases", "fees.reconciliation", "/staff/reconciliation", "fees.reconcile", 71);
    }

    @Bean
    NavigationEntry feesEntry() {
        return new Entry("settings", "fees.list", "/staff/fees", FeeListController.EDIT_FEE, 47);
    }

    private record Entry(String group, String textKey, String href, String permission, int order)
            implements NavigationEntry {}
}
