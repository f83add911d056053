package org.zhengtong.service.items.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.items.ItemKind;
import org.zhengtong.service.items.ItemLimits;
import org.zhengtong.service.items.ServiceGuide;
import org.zhengtong.service.items.ServiceItem;
import org.zhengtong.service.items.TargetGroup;
import org.zhengtong.testing.RoomDatabase;
import tools.jackson.databind.json.JsonMapper;

/** A pack that comes again neither changes nor removes an item that was written on screen. */
class ItemsOfTheScreenTest {

    private static final Instant AT = Instant.parse("2026-03-02T02:00:00Z");
    private static final ItemCode CODE = new ItemCode("11370100509819318T3000131001001");

    private ItemStore store;

    @BeforeEach
    void aDatabase() {
        store = new ItemStore(JdbcClient.create(RoomDatabase.with("items")), JsonMapper.shared());
    }

    @Test
    void it_stays_as_published() {
        store.takeOver(List.of(item("包里的")), AT, "shandong");

        assertThat(store.publish(item("屏幕上的"), AT, "田博文")).isEqualTo(2);
        store.takeOver(List.of(item("包里新的")), AT, "shandong");
        store.takeOver(List.of(), AT, "shandong");

        var inForce = store.find(CODE).orElseThrow();
        assertThat(inForce.name()).isEqualTo("屏幕上的");
        assertThat(inForce.version()).isEqualTo(2);
        assertThat(store.designed()).containsExactly(CODE.value());
        assertThat(store.find(CODE, 1).orElseThrow().name()).isEqualTo("包里的");
    }

    @Test
    void retired_it_cannot_be_found_and_its_versions_stay() {
        store.publish(item("屏幕上的"), AT, "田博文");

        store.retire(CODE);

        assertThat(store.find(CODE)).isEmpty();
        assertThat(store.find(CODE, 1)).isPresent();
        store.takeOver(List.of(item("包里的")), AT, "shandong");
        assertThat(store.find(CODE).orElseThrow().version()).isEqualTo(2);
    }

    private static ItemStore.Incoming item(String name) {
        var content = new ServiceItem(
                CODE,
                0,
                LocalDate.of(2026, 3, 2),
                Instant.EPOCH,
                name,
                null,
                ItemKind.PERMIT,
                3,
                new DivisionCode("370100"),
                new DepartmentId("370100.market-regulation"),
                null,
                Set.of(TargetGroup.PERSON),
                List.of(),
                ItemLimits.UNKNOWN,
                "screen-1",
                null,
                ServiceGuide.EMPTY);
        return new ItemStore.Incoming(content, name, 0);
    }
}
