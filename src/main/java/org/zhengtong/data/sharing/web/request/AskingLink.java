package org.zhengtong.data.sharing.web.request;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceOffers;
import org.zhengtong.data.sharing.Requests;

/** The link “ask for it” on the page of a resource. */
@Component
class AskingLink implements ResourceOffers {

    private final Requests requests;

    AskingLink(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Optional<Offer> offer(Resource resource, CurrentUser user) {
        return user.may(Requests.REQUEST_DATA)
                ? requests.offer(resource)
                        .map(_ -> new Offer("sharing.ask", "/staff/sharing/requests/new?resource=" + resource.path()))
                : Optional.empty();
    }
}
