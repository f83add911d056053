package org.zhengtong.service.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.service.supervision.Card;
import org.zhengtong.service.supervision.CardEvent;
import org.zhengtong.service.supervision.CardId;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.CardState;
import org.zhengtong.service.supervision.Cards;
import org.zhengtong.service.supervision.RuleKind;

/** Cards in {@code supervision.card} and what happened to them in {@code supervision.card_event}. */
@Component
class CardStore {

    private static final String COLUMNS = """
            id, rule_version, rule_id, kind, subject, step, title, item_name, division, department, level, points,
            started_on, due_on, statutory, counts_on, judged_on, overdue_days, issued_at, appeal_until, state, replaced_by
            """;

    private final JdbcClient jdbc;

    CardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One judging at a time, over all instances. */
    void lockJudging() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('supervision.judge'))").query(row -> {});
    }

    /** The cards there are for these subjects, under {@link #key}. */
    Map<String, List<Card>> bySubject(Set<RuleKind> kinds, Collection<String> subjects) {
        var found = new HashMap<String, List<Card>>();
        jdbc.sql("select " + COLUMNS + " from supervision.card where kind = any (:kinds) and subject = any (:subjects)")
                .param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                .param("subjects", subjects.toArray(String[]::new))
                .query(CardStore::toCard)
                .list()
                .forEach(card -> found.computeIfAbsent(key(card.subject(), card.step()), none -> new ArrayList<>())
                        .add(card));
        return found;
    }

    static String key(String subject, String step) {
        return subject + "/" + step;
    }

    /** Empty when there is a card of this kind, clock and level already. */
    Optional<Card> insert(Card card) {
        return jdbc.sql("""
                insert into supervision.card
                    (rule_version, rule_id, kind, subject, step, title, item_name, division, department, level, points,
                    started_on, due_on, statutory, counts_on, judged_on, overdue_days, issued_at, appeal_until, state)
                values
                    (:version, :rule, :kind, :subject, :step, :title, :item, :division, :department, :level, :points,
                    :startedOn, :dueOn, :statutory, :countsOn, :judgedOn, :overdueDays, :issuedAt, :appealUntil, :state)
                on conflict (kind, subject, step, level) do nothing
                returning
                """ + COLUMNS)
                .param("version", card.ruleVersion())
                .param("rule", card.ruleId())
                .param("kind", card.kind().name())
                .param("subject", card.subject())
                .param("step", card.step())
                .param("title", card.title())
                .param("item", card.itemName())
                .param("division", card.division().value())
                .param("department", card.department().value())
                .param("level", card.level().name())
                .param("points", card.points())
                .param("startedOn", card.startedOn())
                .param("dueOn", card.dueOn())
                .param("statutory", card.statutory())
                .param("countsOn", card.countsOn())
                .param("judgedOn", card.judgedOn())
                .param("overdueDays", card.overdueDays())
                .param("issuedAt", card.issuedAt().atOffset(ZoneOffset.UTC))
                .param("appealUntil", card.appealUntil())
                .param("state", card.state().name())
                .query(CardStore::toCard)
                .optional();
    }

    /** Somebody urged a department; not for a card that was itself given for urging. */
    record Order(long event, Instant at, Card card) {}

    List<Order> orders(Instant from, Instant before) {
        return jdbc.sql("select e.id as event, e.at, card.* from supervision.card_event e join (select " + COLUMNS
                        + """
                 from supervision.card) card on card.id = e.card
                where e.kind = 'URGED' and e.at >= :from and e.at < :before and card.kind <> 'ORDER_ISSUED'
                order by e.id
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Order(
                        row.getLong("event"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        toCard(row, number)))
                .list();
    }

    Optional<Card> find(CardId id) {
        return jdbc.sql("select " + COLUMNS + " from supervision.card where id = :id")
                .param("id", id.value())
                .query(CardStore::toCard)
                .optional();
    }

    Optional<Card> lock(CardId id) {
        return jdbc.sql("select " + COLUMNS + " from supervision.card where id = :id for update")
                .param("id", id.value())
                .query(CardStore::toCard)
                .optional();
    }

    Card mark(CardId id, CardState state, @Nullable CardId replacedBy) {
        return jdbc.sql("""
                update supervision.card
                set state = :state, replaced_by = :replacedBy
                where id = :id
                returning
                """ + COLUMNS)
                .param("id", id.value())
                .param("state", state.name())
                .param("replacedBy", replacedBy == null ? null : replacedBy.value())
                .query(CardStore::toCard)
                .single();
    }

    void add(CardId card, CardEvent event, @Nullable AccountId actor) {
        jdbc.sql("""
                insert into supervision.card_event (card, kind, actor, actor_name, reason, at, audit_entry)
                values (:card, :kind, :actor, :name, :reason, :at, :entry)
                """)
                .param("card", card.value())
                .param("kind", event.kind().name())
                .param("actor", actor == null ? null : actor.value())
                .param("name", event.actorName())
                .param("reason", event.reason())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("entry", event.entry().value())
                .update();
    }

    List<CardEvent> events(CardId card) {
        return jdbc.sql("""
                select kind, actor_name, reason, at, audit_entry
                from supervision.card_event
                where card = :card
                order by id
                """)
                .param("card", card.value())
                .query((row, number) -> new CardEvent(
                        CardEvent.Kind.valueOf(row.getString("kind")),
                        row.getString("actor_name"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new EntryId(row.getObject("audit_entry", UUID.class))))
                .list();
    }

    List<Card> list(Cards.Filter filter, DataScope scope, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from supervision.card
                where (cast(:level as text) is null or level = :level)
                    and (cast(:state as text) is null or state = :state)
                    and (cast(:within as text) is null or division like :within)
                    and (:everything or department = any (:departments) or department like any (:divisions))
                order by issued_at desc, id desc
                limit :limit
                """)
                .param("level", filter.level() == null ? null : filter.level().name())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("within", pattern(filter.within()))
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .param("limit", limit)
                .query(CardStore::toCard)
                .list();
    }

    Map<CardLevel, Long> counts(OffsetDateTime from, OffsetDateTime before, @Nullable DivisionCode within) {
        var counts = new EnumMap<CardLevel, Long>(CardLevel.class);
        jdbc.sql("""
                select level, count(*) as cards
                from supervision.card
                where issued_at >= :from and issued_at < :before and state in ('ISSUED', 'APPEALED', 'UPHELD')
                    and (cast(:within as text) is null or division like :within)
                group by level
                """)
                .param("from", from)
                .param("before", before)
                .param("within", pattern(within))
                .query(row -> {
                    counts.put(CardLevel.valueOf(row.getString("level")), row.getLong("cards"));
                });
        return counts;
    }

    long countAppeals(DataScope scope) {
        return jdbc.sql("""
                select count(*)
                from supervision.card
                where state = 'APPEALED'
                    and (:everything or department = any (:departments) or department like any (:divisions))
                """)
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .query(Long.class)
                .single();
    }

    private static @Nullable String pattern(@Nullable DivisionCode within) {
        return within == null ? null : DataScope.of(within).divisionPatterns()[0];
    }

    private static Card toCard(ResultSet row, int number) throws SQLException {
        var replacedBy = row.getString("replaced_by");
        return new Card(
                new CardId(row.getLong("id")),
                row.getString("rule_version"),
                row.getString("rule_id"),
                RuleKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("step"),
                row.getString("title"),
                row.getString("item_name"),
                new DivisionCode(row.getString("division")),
                new DepartmentId(row.getString("department")),
                CardLevel.valueOf(row.getString("level")),
                row.getBigDecimal("points"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("statutory"),
                row.getObject("counts_on", LocalDate.class),
                row.getObject("judged_on", LocalDate.class),
                row.getInt("overdue_days"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("appeal_until", LocalDate.class),
                CardState.valueOf(row.getString("state")),
                replacedBy == null ? null : new CardId(Long.parseLong(replacedBy)));
    }
}
