package org.zhengtong.base.organization.internal;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.OrganizationChanged;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;

/** The pack's folder {@code organization}: divisions, departments, posts and staff. All are added or changed, never removed. */
@Component
class OrganizationSection implements PackSection {

    private final DivisionStore divisions;
    private final DepartmentStore departments;
    private final StaffStore staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrganizationSection(
            DivisionStore divisions,
            DepartmentStore departments,
            StaffStore staff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.divisions = divisions;
        this.departments = departments;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "organization";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        PackedOrganization.read(pack, errors);
    }

    @Override
    public void apply(PackReader pack) {
        var packed = PackedOrganization.read(pack, new PackErrors());
        divisions.bringIn(packed.divisionsAsCsv());
        for (var place = 0; place < packed.departments().size(); place++) {
            departments.save(packed.departments().get(place), place);
        }
        packed.posts().forEach(staff::savePost);
        packed.staff().forEach(this::save);
        departments.renewVersion();
        events.publishEvent(new OrganizationChanged(clock.instant()));
    }

    private void save(PackedOrganization.PackedStaff member) {
        staff.save(member.id(), member.name(), member.department(), List.copyOf(member.posts()));
    }
}
