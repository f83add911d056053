package org.zhengtong.data.mediation.internal.service;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.mediation.MediatedService.State;
import org.zhengtong.data.sharing.SharedServices;

/** Tells the room of sharing which service stands behind a resource. */
@Component
class OfferedServices implements SharedServices {

    private final ServiceStore store;

    OfferedServices(ServiceStore store) {
        this.store = store;
    }

    @Override
    public Optional<SharedService> behind(ResourceCode resource) {
        return store.behind(resource.value())
                .filter(service -> service.state() != State.DRAFT)
                .map(service -> new SharedService(service.code().value(), service.name(), service.department()));
    }
}
