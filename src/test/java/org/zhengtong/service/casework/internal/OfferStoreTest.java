package org.zhengtong.service.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.service.casework.Offered.DeferredMaterial;
import org.zhengtong.testing.RoomDatabase;
import tools.jackson.databind.json.JsonMapper;

/** Who has to be reminded of materials that follow, on a real database. */
class OfferStoreTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static JdbcClient jdbc;
    private static OfferStore store;

    @BeforeAll
    static void two_cases() {
        jdbc = JdbcClient.create(RoomDatabase.with("casework"));
        store = new OfferStore(jdbc, JsonMapper.builder().build());
        jdbc.sql("""
            insert into casework.procedure (key, version, source, current, created_at) values ('p', 1, '', true, now())
            """).update();
        add(1, "ACCEPTED", MONDAY.plusDays(3), false);
        add(2, "ACCEPTED", MONDAY.plusDays(9), false);
        add(3, "WITHDRAWN", MONDAY.plusDays(3), false);
        add(4, "ACCEPTED", MONDAY.plusDays(3), true);
        add(5, "ACCEPTED", MONDAY.minusDays(1), false);
    }

    private static void add(long id, String state, LocalDate dueOn, boolean supplied) {
        jdbc.sql("""
            insert into casework.case_file (id, procedure_id, item_code, item_name, division, jurisdiction, lead_department,
                channel, state, applicant_kind, applicant_name, contact_name, mobile, filed_at, filed_on, received_on)
            values (:id, 1, 'i', 'i', '370104', '370100', '370100.d', 'ONLINE', :state, 'PERSON', 'a', 'a', '', now(),
                :on, :on)
            """).param("id", id).param("state", state).param("on", MONDAY).update();
        jdbc.sql("""
            insert into casework.deferred_material (case_id, serial, name, flag, file, due_on, supplied_at)
            values (:id, 1, '布局图', '/materials/later', '/materials/layout', :dueOn,
                case when :supplied then now() end)
            """)
                .param("id", id)
                .param("dueOn", dueOn)
                .param("supplied", supplied)
                .update();
    }

    @Test
    void reminds_once_of_what_is_missing_and_due_soon() {
        var until = MONDAY.plusDays(3);
        assertThat(store.unreminded(MONDAY, until)).containsExactly(new OfferStore.Awaited(1, MONDAY.plusDays(3), 1));

        store.reminded(1, MONDAY);

        assertThat(store.unreminded(MONDAY, until)).isEmpty();
    }

    @Test
    void what_came_is_not_outstanding() {
        assertThat(store.find(4).outstanding()).isEmpty();
        assertThat(store.find(2).outstanding())
                .extracting(DeferredMaterial::name)
                .containsExactly("布局图");
        assertThat(store.find(2).commitment()).isNull();
    }
}
