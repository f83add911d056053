package org.zhengtong.data.mediation.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceServices;
import org.zhengtong.data.mediation.Services;
import org.zhengtong.data.mediation.Services.Listed;

/** The links to services on the page of the resource they are offered for, here or at the node the resource came from. */
@Component
class ServiceLinks implements ResourceServices {

    private final Services services;

    ServiceLinks(Services services) {
        this.services = services;
    }

    @Override
    public List<Named> of(Resource resource, CurrentUser user) {
        return user.may(Services.VIEW_SERVICE)
                ? services.offered().stream()
                        .filter(each -> each.resource().equals(resource.code().value()) && isFrom(each, resource))
                        .map(each -> new Named(each.name(), each.href()))
                        .toList()
                : List.of();
    }

    private static boolean isFrom(Listed service, Resource resource) {
        return resource.foreign() ? service.node().value().equals(resource.origin()) : service.own();
    }
}
