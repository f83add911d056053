package org.zhengtong.app.hall.web.finding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.zhengtong.app.hall.web.finding.GuidePage.Lane;
import org.zhengtong.app.hall.web.finding.GuidePage.LimitTexts;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.service.items.GuideLane;
import org.zhengtong.service.items.ItemLimits;
import org.zhengtong.service.items.ItemPublished;
import org.zhengtong.service.items.LifeEvent;
import org.zhengtong.service.items.ServiceItem;
import org.zhengtong.service.items.ServiceItems;

/** Makes guide pages and remembers them for a minute at most, so that a guide that many read costs nothing. */
@Component
class GuidePages {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int REMEMBERED_PAGES = 2_000;

    private final ServiceItems items;
    private final Departments departments;
    private final Divisions divisions;
    private final DepartmentNames names;
    private final LimitWords words;
    private final RulerExamples rulers;
    private final Clock clock;
    private final Cache<Key, GuidePage> pages = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(REMEMBERED_PAGES)
            .build();

    private record Key(ItemCode code, Locale locale, LocalDate today) {}

    GuidePages(
            ServiceItems items,
            Departments departments,
            Divisions divisions,
            DepartmentNames names,
            LimitWords words,
            RulerExamples rulers,
            Clock clock) {
        this.items = items;
        this.departments = departments;
        this.divisions = divisions;
        this.names = names;
        this.words = words;
        this.rulers = rulers;
        this.clock = clock;
    }

    GuidePage of(ItemCode code, Locale locale) {
        return pages.get(new Key(code, locale, LocalDate.now(clock)), this::make);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(ItemPublished published) {
        pages.invalidateAll();
    }

    private GuidePage make(Key key) {
        var item = items.require(key.code());
        return new GuidePage(
                item,
                departments.require(item.department()),
                divisions.fullName(item.division()),
                event(item),
                texts(item.limits(), key.locale()),
                item.guide().lanes().stream()
                        .map(lane -> lane(lane, key.locale()))
                        .toList(),
                rulers.of(item.limits().committed(), key.today(), key.locale()),
                missing(item),
                LocalDate.ofInstant(item.publishedAt(), clock.getZone()));
    }

    private @Nullable LifeEvent event(ServiceItem item) {
        return items.lifeEvents().stream()
                .filter(event -> item.themes().contains(event.code()))
                .findFirst()
                .orElse(null);
    }

    private Lane lane(GuideLane lane, Locale locale) {
        return new Lane(
                names.of(lane.department()),
                lane.task(),
                new LimitTexts(
                        words.promised(lane.limits().committed(), locale),
                        words.legal(lane.limits().statutory(), locale),
                        null),
                lane.limits().statutoryNote(),
                lane.item() == null ? null : "/items/" + lane.item().value());
    }

    private LimitTexts texts(ItemLimits limits, Locale locale) {
        return new LimitTexts(
                words.bare(limits.committed(), locale),
                words.bare(limits.statutory(), locale),
                words.bare(limits.joint(), locale));
    }

    private static List<String> missing(ServiceItem item) {
        var guide = item.guide();
        var missing = new ArrayList<String>();
        note(missing, "conditions", guide.conditions().isEmpty());
        note(missing, "materials", guide.materials().isEmpty());
        note(missing, "process", guide.steps().isEmpty());
        note(missing, "limit", item.limits().committed() == null);
        note(missing, "fee", guide.fee() == null);
        note(missing, "window", guide.window().address() == null);
        note(missing, "law", guide.laws().isEmpty());
        return missing;
    }

    private static void note(List<String> missing, String what, boolean absent) {
        if (absent) {
            missing.add("hall.guide.missing." + what);
        }
    }

    /** The item's code in an address; empty when it is none. */
    static Optional<ItemCode> code(String written) {
        return ItemCode.check(written).valid();
    }
}
