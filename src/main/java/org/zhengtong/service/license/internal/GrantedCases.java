package org.zhengtong.service.license.internal;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.zhengtong.service.casework.LicenseAwaited;

/**
 * Hears of granted cases. The event stays in the publication registry until this has succeeded; it is no
 * {@code @ApplicationModuleListener}, because printing and sealing must not happen inside a transaction.
 */
@Component
class GrantedCases {

    private final LicenseDelivery delivery;

    GrantedCases(LicenseDelivery delivery) {
        this.delivery = delivery;
    }

    @Async
    @TransactionalEventListener(id = "license.granted-cases")
    void on(LicenseAwaited awaited) {
        delivery.deliver(awaited.number(), awaited.licenseType());
    }
}
