package org.zhengtong.data.sharing.internal.delivery;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.registers.ItemCorrected;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.sharing.Corrected.CorrectedItem;
import org.zhengtong.data.sharing.GrantNumber;

/** Corrections by the grants that had received the wrong value. */
@Component
class CorrectionStore {

    private final JdbcClient jdbc;

    CorrectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the grant was told before. */
    boolean add(GrantNumber grant, ItemCorrected corrected) {
        return jdbc.sql("""
                insert into sharing.correction_notice (grant_number, register, record_key, item, correction, at)
                values (:grant, :register, :key, :item, :correction, :at)
                on conflict (grant_number, correction) do nothing
                """)
                        .param("grant", grant.value())
                        .param("register", corrected.register().value())
                        .param("key", corrected.key().value())
                        .param("item", corrected.item().value())
                        .param("correction", corrected.correction())
                        .param("at", corrected.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<CorrectedItem> after(GrantNumber grant, long after, int most) {
        return jdbc.sql("""
                select id, record_key, item, correction, at
                from sharing.correction_notice
                where grant_number = :grant
                  and id > :after
                order by id
                limit :most
                """)
                .param("grant", grant.value())
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new CorrectedItem(
                        row.getLong("id"),
                        new RecordKey(row.getString("record_key")),
                        new ItemName(row.getString("item")),
                        row.getLong("correction"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
