package org.zhengtong.service.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.SupervisionRule;

/** Versions of rules in {@code supervision.rule_set} and {@code supervision.rule}. */
@Component
class RuleStore {

    private static final String COLUMNS = "version, id, number, kind, threshold, level, points, name, text, source";

    private final JdbcClient jdbc;

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SupervisionRule> newest() {
        return jdbc.sql("select " + COLUMNS + """
                 from supervision.rule
                where version = (select version from supervision.rule_set order by imported_at desc limit 1)
                order by number
                """).query(RuleStore::toRule).list();
    }

    Optional<SupervisionRule> find(String version, String id) {
        return jdbc.sql("select " + COLUMNS + " from supervision.rule where version = :version and id = :id")
                .param("version", version)
                .param("id", id)
                .query(RuleStore::toRule)
                .optional();
    }

    void saveSet(String version, String name, Instant at) {
        jdbc.sql("""
                insert into supervision.rule_set (version, name, imported_at)
                values (:version, :name, :at)
                on conflict (version) do update
                set name = excluded.name, imported_at = excluded.imported_at
                """)
                .param("version", version)
                .param("name", name)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void save(SupervisionRule rule) {
        jdbc.sql("""
                insert into supervision.rule (version, id, number, kind, threshold, level, points, name, text, source)
                values (:version, :id, :number, :kind, :threshold, :level, :points, :name, :text, :source)
                on conflict (version, id) do update
                set number = excluded.number, kind = excluded.kind, threshold = excluded.threshold,
                    level = excluded.level, points = excluded.points, name = excluded.name, text = excluded.text,
                    source = excluded.source
                """)
                .param("version", rule.version())
                .param("id", rule.id())
                .param("number", rule.number())
                .param("kind", rule.kind().name())
                .param("threshold", rule.threshold())
                .param("level", rule.level() == null ? null : rule.level().name())
                .param("points", rule.points())
                .param("name", rule.name())
                .param("text", rule.text())
                .param("source", rule.source())
                .update();
    }

    private static SupervisionRule toRule(ResultSet row, int number) throws SQLException {
        var level = row.getString("level");
        return new SupervisionRule(
                row.getString("version"),
                row.getString("id"),
                row.getInt("number"),
                RuleKind.valueOf(row.getString("kind")),
                row.getInt("threshold"),
                level == null ? null : CardLevel.valueOf(level),
                row.getBigDecimal("points"),
                row.getString("name"),
                row.getString("text"),
                row.getString("source"));
    }
}
