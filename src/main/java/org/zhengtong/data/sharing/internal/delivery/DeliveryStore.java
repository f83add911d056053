package org.zhengtong.data.sharing.internal.delivery;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.Deliveries.Delivered;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Way;

/** What was given in bulk, by ranges of positions. */
@Component
public class DeliveryStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(DataGrant grant, Way way, long from, long to, long records) {
        jdbc.sql("""
                insert into sharing.delivery (grant_number, register, way, from_position, to_position, records, at)
                values (:grant, :register, :way, :from, :to, :records, :at)
                """)
                .param("grant", grant.number().value())
                .param("register", grant.register().value())
                .param("way", way.name())
                .param("from", from)
                .param("to", to)
                .param("records", records)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Grants to which records of a register were given in bulk. */
    List<GrantNumber> holding(RegisterCode register) {
        return jdbc.sql("""
                select distinct grant_number
                from sharing.delivery
                where register = :register
                order by grant_number
                """)
                .param("register", register.value())
                .query((row, _) -> new GrantNumber(row.getString(1)))
                .list();
    }

    List<Delivered> newest(GrantNumber grant, int most) {
        return jdbc.sql("""
                select way, from_position, to_position, records, at
                from sharing.delivery
                where grant_number = :grant
                order by id desc
                limit :most
                """)
                .param("grant", grant.value())
                .param("most", most)
                .query((row, _) -> new Delivered(
                        Way.valueOf(row.getString("way")),
                        row.getLong("from_position"),
                        row.getLong("to_position"),
                        row.getLong("records"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
