package org.zhengtong.data.sharing.internal.grant;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.ResourceUses;

/** Tells the catalog who uses a resource. */
@Component
class GrantUses implements ResourceUses {

    private final GrantStore grants;
    private final Departments departments;
    private final Clock clock;

    GrantUses(GrantStore grants, Departments departments, Clock clock) {
        this.grants = grants;
        this.departments = departments;
        this.clock = clock;
    }

    @Override
    public List<Use> usesOf(ResourceCode code) {
        return grants.inForce(code, LocalDate.now(clock)).stream()
                .map(grant -> new Use(
                        departments
                                .find(grant.consumer())
                                .map(each -> each.shortName())
                                .orElse(grant.consumer().value()),
                        grant.terms().purpose(),
                        grant.validUntil(),
                        "/staff/sharing/grants/" + grant.number()))
                .toList();
    }
}
