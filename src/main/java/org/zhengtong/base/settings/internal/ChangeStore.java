package org.zhengtong.base.settings.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.SettingChange;

/** Changes on screen; the latest of each setting holds. */
@Component
class ChangeStore {

    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two who change at once wait for one another. */
    void lock() {
        jdbc.sql("lock table settings.setting_change in share row exclusive mode")
                .update();
    }

    List<SettingChange> latest() {
        return jdbc.sql("""
                select distinct on (name) id, name, from_value, to_value, why, changed_by, changed_at
                from settings.setting_change
                order by name, id desc
                """).query(ChangeStore::toChange).list();
    }

    List<SettingChange> history(String name) {
        return jdbc.sql("""
                select id, name, from_value, to_value, why, changed_by, changed_at
                from settings.setting_change
                where name = :name
                order by id desc
                """).param("name", name).query(ChangeStore::toChange).list();
    }

    void insert(SettingChange change) {
        jdbc.sql("""
                insert into settings.setting_change (name, from_value, to_value, why, changed_by, changed_at)
                values (:name, :from, :to, :why, :by, :at)
                """)
                .param("name", change.name())
                .param("from", change.from())
                .param("to", change.to())
                .param("why", change.why())
                .param("by", change.by())
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static SettingChange toChange(ResultSet row, int number) throws SQLException {
        return new SettingChange(
                row.getLong("id"),
                Objects.requireNonNull(row.getString("name")),
                row.getString("from_value"),
                row.getString("to_value"),
                Objects.requireNonNull(row.getString("why")),
                Objects.requireNonNull(row.getString("changed_by")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
