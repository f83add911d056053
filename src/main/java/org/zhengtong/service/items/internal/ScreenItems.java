package org.zhengtong.service.items.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.pack.PackError;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.service.items.ItemPublished;
import org.zhengtong.service.items.WrittenItems;

/** A written item is a pack of one guide file; its departments are those of the platform. */
@Service
class ScreenItems implements WrittenItems {

    private static final String FILE = GuideFiles.FOLDER + "item.yaml";

    private final ItemStore store;
    private final Departments departments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScreenItems(ItemStore store, Departments departments, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.departments = departments;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<PackError> faultsIn(String guideFile) {
        var errors = new PackErrors();
        read(guideFile, errors);
        return errors.list();
    }

    private PackItems read(String guideFile, PackErrors errors) {
        return PackItems.written(PackReader.ofTexts("screen", Map.of(FILE, guideFile)), names(), errors);
    }

    private Map<String, String> names() {
        return departments.search("", null, Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(department -> department.id().value(), Department::shortName));
    }

    @Override
    @Transactional
    public int publish(String guideFile, String by) {
        var errors = new PackErrors();
        var read = read(guideFile, errors);
        if (!errors.isEmpty() || read.items().size() != 1) {
            throw new IllegalArgumentException("Item with faults: " + errors.list());
        }
        var item = read.items().getFirst();
        var at = clock.instant();
        var version = store.publish(
                new ItemStore.Incoming(item.content(), read.searchText(item), read.popularity(item)), at, by);
        events.publishEvent(new ItemPublished(List.of(item.content().code()), at));
        return version;
    }

    @Override
    @Transactional
    public void retire(ItemCode code) {
        store.retire(code);
        events.publishEvent(new ItemPublished(List.of(code), clock.instant()));
    }
}
