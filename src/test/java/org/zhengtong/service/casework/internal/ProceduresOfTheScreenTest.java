package org.zhengtong.service.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.service.casework.internal.ProcedureStore.Origin;
import org.zhengtong.service.casework.internal.ProcedureStore.StoredProcedure;
import org.zhengtong.testing.RoomDatabase;

/** A pack that comes again does not undo what was written on screen. */
class ProceduresOfTheScreenTest {

    private static final Instant AT = Instant.parse("2026-03-02T02:00:00Z");
    private static final FormVersion ONE = new FormVersion("1".repeat(64));
    private static final FormVersion TWO = new FormVersion("2".repeat(64));

    private ProcedureStore store;

    @BeforeEach
    void aDatabase() {
        store = new ProcedureStore(JdbcClient.create(RoomDatabase.with("casework")));
    }

    @Test
    void a_pack_neither_replaces_nor_retires_it() {
        store.put("stalls", "of the pack", AT, Origin.PACK);
        store.put("stalls", "of the screen", AT, Origin.SCREEN);
        store.put("fairs", "of the screen", AT, Origin.SCREEN);

        store.put("stalls", "of the pack, newer", AT, Origin.PACK);
        store.retireAllBut(List.of("stalls"));

        assertThat(store.current())
                .extracting(StoredProcedure::key, StoredProcedure::version, StoredProcedure::source)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("fairs", 1, "of the screen"),
                        org.assertj.core.groups.Tuple.tuple("stalls", 2, "of the screen"));
    }

    @Test
    void retired_on_screen_it_can_come_back_from_the_pack() {
        store.put("stalls", "of the screen", AT, Origin.SCREEN);
        store.retire("stalls");
        assertThat(store.current()).isEmpty();

        store.put("stalls", "of the pack", AT, Origin.PACK);

        assertThat(store.current()).extracting(StoredProcedure::source).containsExactly("of the pack");
    }

    @Test
    void its_form_stays_too() {
        store.putForm("stalls", ONE, "of the screen", AT, Origin.SCREEN);

        store.putForm("stalls", TWO, "of the pack", AT, Origin.PACK);

        assertThat(store.findCurrentForm("stalls")).contains("of the screen");
        store.putForm("stalls", TWO, "of the screen, newer", AT, Origin.SCREEN);
        assertThat(store.findCurrentForm("stalls")).contains("of the screen, newer");
        assertThat(store.findForm("stalls", ONE)).contains("of the screen");
    }
}
