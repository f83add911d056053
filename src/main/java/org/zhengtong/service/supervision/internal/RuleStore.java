package org.zhengtong.service.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.RuleSet;
import org.zhengtong.service.supervision.RuleSetState;
import org.zhengtong.service.supervision.RuleSets;
import org.zhengtong.service.supervision.SupervisionRule;

/** Versions of rules in {@code supervision.rule_set} and {@code supervision.rule}. */
@Component
class RuleStore {

    private static final String COLUMNS = "version, id, number, kind, threshold, level, points, name, text, source";

    private final JdbcClient jdbc;

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The approved versions, each from its day on. */
    RuleTimeline timeline() {
        return RuleTimeline.of(sets("where s.state = 'APPROVED' order by s.valid_from, s.imported_at"));
    }

    List<RuleSet> all() {
        return sets("order by s.valid_from desc, s.imported_at desc");
    }

    private List<RuleSet> sets(String which) {
        var rules = jdbc
                .sql("select " + COLUMNS + " from supervision.rule order by version, number, id")
                .query(RuleStore::toRule)
                .list()
                .stream()
                .collect(Collectors.groupingBy(SupervisionRule::version));
        return jdbc.sql("""
                select s.version, s.name, s.state, s.valid_from, s.based_on, s.drafted_by, s.drafted_name, s.decided_name,
                    s.words
                from supervision.rule_set s
                """ + which).query((row, number) -> toSet(row, rules)).list();
    }

    private static RuleSet toSet(ResultSet row, Map<String, List<SupervisionRule>> rules) throws SQLException {
        var draftedBy = row.getString("drafted_by");
        var version = row.getString("version");
        return new RuleSet(
                version,
                row.getString("name"),
                RuleSetState.valueOf(row.getString("state")),
                row.getObject("valid_from", LocalDate.class),
                row.getString("based_on"),
                draftedBy == null ? null : new AccountId(Long.parseLong(draftedBy)),
                row.getString("drafted_name"),
                row.getString("decided_name"),
                row.getString("words"),
                rules.getOrDefault(version, List.of()));
    }

    Optional<SupervisionRule> find(String version, String id) {
        return jdbc.sql("select " + COLUMNS + " from supervision.rule where version = :version and id = :id")
                .param("version", version)
                .param("id", id)
                .query(RuleStore::toRule)
                .optional();
    }

    void saveSet(String version, String name, LocalDate validFrom, Instant at) {
        jdbc.sql("""
                insert into supervision.rule_set (version, name, valid_from, imported_at)
                values (:version, :name, :validFrom, :at)
                on conflict (version) do update
                set name = excluded.name, imported_at = excluded.imported_at
                """)
                .param("version", version)
                .param("name", name)
                .param("validFrom", validFrom)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** One step on versions at a time, over all instances. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('supervision.rules'))").query(row -> {});
    }

    void insertDraft(RuleSets.Head head, @Nullable String basedOn, AccountId author, String name, Instant at) {
        jdbc.sql("""
                insert into supervision.rule_set
                    (version, name, imported_at, state, valid_from, based_on, drafted_by, drafted_name)
                values (:version, :name, :at, 'DRAFT', :validFrom, :basedOn, :author, :authorName)
                """)
                .param("version", head.version())
                .param("name", head.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("validFrom", head.validFrom())
                .param("basedOn", basedOn)
                .param("author", author.value())
                .param("authorName", name)
                .update();
    }

    void updateHead(RuleSets.Head head) {
        jdbc.sql("update supervision.rule_set set name = :name, valid_from = :validFrom where version = :version")
                .param("version", head.version())
                .param("name", head.name())
                .param("validFrom", head.validFrom())
                .update();
    }

    /** Who approved a version, and when. */
    record Decided(AccountId by, String name, Instant at) {}

    void decide(String version, RuleSetState state, String words, @Nullable Decided decided) {
        jdbc.sql("""
                update supervision.rule_set
                set state = :state, words = :words, decided_by = :by, decided_name = :name, decided_at = :at
                where version = :version
                """)
                .param("version", version)
                .param("state", state.name())
                .param("words", words)
                .param("by", decided == null ? null : decided.by().value())
                .param("name", decided == null ? "" : decided.name())
                .param("at", decided == null ? null : decided.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(String version, String id) {
        jdbc.sql("delete from supervision.rule where version = :version and id = :id")
                .param("version", version)
                .param("id", id)
                .update();
    }

    void drop(String version) {
        jdbc.sql("delete from supervision.rule_set where version = :version and state = 'DRAFT'")
                .param("version", version)
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
