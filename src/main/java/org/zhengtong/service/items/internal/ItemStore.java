package org.zhengtong.service.items.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.service.items.LifeEvent;
import org.zhengtong.service.items.ServiceItem;
import org.zhengtong.service.items.TargetGroup;
import tools.jackson.databind.json.JsonMapper;

/** Versions of items (only added) and the row of each item in force. */
@Component
class ItemStore {

    /** Rows that travel in one statement. */
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ItemStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** An item from a pack with what lists need. */
    record Incoming(ServiceItem content, String searchText, int popularity) {}

    private record VersionRow(
            String code,
            int version,
            String effectiveOn,
            String publishedBy,
            String origin,
            String digest,
            Object body) {}

    private record ItemRow(
            String code,
            int version,
            String name,
            String nameText,
            String searchText,
            Collection<String> terms,
            String kind,
            String division,
            String department,
            List<String> targets,
            List<String> lifeEvents,
            @Nullable Integer committedAmount,
            @Nullable String committedUnit,
            @Nullable String procedureKey,
            int popularity) {}

    private record Known(String code, int version, @Nullable String packDigest) {}

    /**
     * Takes a pack's items over: a version more where the content differs from the pack's last one. Items of the screen stay
     * as they are.
     */
    void takeOver(List<Incoming> incoming, Instant at, String by) {
        var known = knownVersions();
        var designed = designed();
        var versions = new ArrayList<VersionRow>();
        var items = new ArrayList<ItemRow>();
        for (var item : incoming) {
            var code = item.content().code().value();
            if (designed.contains(code)) {
                continue;
            }
            var body = body(item.content());
            var digest = digest(body);
            var present = known.get(code);
            var version = present == null ? 0 : present.version();
            if (present == null || !digest.equals(present.packDigest())) {
                version++;
                versions.add(new VersionRow(
                        code,
                        version,
                        item.content().effectiveOn().toString(),
                        by,
                        "PACK",
                        digest,
                        json.readTree(body)));
            }
            items.add(row(item, version));
        }
        inBatches(versions, batch -> insertVersions(batch, at));
        inBatches(items, this::upsertItems);
        retireOthers(items.stream().map(ItemRow::code).toList());
    }

    /** Codes of items that were written on screen. */
    Set<String> designed() {
        return jdbc.sql("select code from items.item where designed")
                .query(String.class)
                .set();
    }

    /** The next version of an item written on screen. */
    int publish(Incoming item, Instant at, String by) {
        var code = item.content().code().value();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:code, 0))")
                .param("code", code)
                .query((row, number) -> "")
                .list();
        var version = jdbc.sql("select coalesce(max(version), 0) + 1 from items.item_version where item_code = :code")
                .param("code", code)
                .query(Integer.class)
                .single();
        var body = body(item.content());
        var effectiveOn = item.content().effectiveOn().toString();
        insertVersions(
                List.of(new VersionRow(code, version, effectiveOn, by, "EDIT", digest(body), json.readTree(body))), at);
        upsertItems(List.of(row(item, version)));
        jdbc.sql("update items.item set designed = true where code = :code")
                .param("code", code)
                .update();
        return version;
    }

    void retire(ItemCode code) {
        jdbc.sql("""
                with gone as (
                    delete from items.item where code = :code returning code
                )
                insert into items.item_change (item_code) select code from gone
                """).param("code", code.value()).update();
    }

    private Map<String, Known> knownVersions() {
        return jdbc
                .sql("""
                select item_code, max(version) as version,
                    (array_agg(digest order by version desc) filter (where origin = 'PACK'))[1] as pack_digest
                from items.item_version
                group by item_code
                """)
                .query((row, number) ->
                        new Known(row.getString("item_code"), row.getInt("version"), row.getString("pack_digest")))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::code, known -> known));
    }

    /** Life events and targets follow from rules and may change without a new version. */
    private String body(ServiceItem item) {
        return json.writeValueAsString(new ServiceItem(
                item.code(),
                0,
                item.effectiveOn(),
                Instant.EPOCH,
                item.name(),
                item.mainItem(),
                item.kind(),
                item.level(),
                item.division(),
                item.department(),
                item.departmentCode(),
                Set.of(),
                List.of(),
                item.limits(),
                item.procedureKey(),
                item.source(),
                item.guide()));
    }

    private static String digest(String body) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 belongs to every Java platform", missing);
        }
    }

    private static ItemRow row(Incoming item, int version) {
        var content = item.content();
        var committed = content.limits().committed();
        return new ItemRow(
                content.code().value(),
                version,
                content.name(),
                ItemWords.level(content.name()),
                item.searchText(),
                ItemWords.stored(item.searchText()),
                content.kind().code(),
                content.division().value(),
                content.department().value(),
                content.targets().stream().map(TargetGroup::name).sorted().toList(),
                content.themes(),
                committed == null ? null : committed.amount(),
                committed == null ? null : committed.unit().name(),
                content.procedureKey(),
                item.popularity());
    }

    private static <T> void inBatches(List<T> rows, Consumer<List<T>> each) {
        for (var from = 0; from < rows.size(); from += BATCH) {
            each.accept(rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }

    private void insertVersions(List<VersionRow> rows, Instant at) {
        jdbc.sql("""
                insert into items.item_version
                    (item_code, version, effective_on, published_at, published_by, origin, digest, body)
                select code, version, "effectiveOn", :at, "publishedBy", origin, digest, body
                from jsonb_to_recordset(cast(:rows as jsonb)) as r (
                    code text, version integer, "effectiveOn" date, "publishedBy" text, origin text, digest text,
                    body jsonb)
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    private void upsertItems(List<ItemRow> rows) {
        jdbc.sql("""
                with present as (
                insert into items.item as i
                    (code, version, name, name_text, search_text, terms, kind, division, department, targets,
                    life_events, committed_amount, committed_unit, procedure_key, popularity)
                select code, version, name, "nameText", "searchText", terms, kind, division, department, targets,
                    "lifeEvents", "committedAmount", "committedUnit", "procedureKey", popularity
                from jsonb_to_recordset(cast(:rows as jsonb)) as r (
                    code text, version integer, name text, "nameText" text, "searchText" text, terms text[],
                    kind text, division text, department text, targets text[], "lifeEvents" text[],
                    "committedAmount" integer, "committedUnit" text, "procedureKey" text, popularity integer)
                on conflict (code) do update
                set version = excluded.version, name = excluded.name, name_text = excluded.name_text,
                    search_text = excluded.search_text, terms = excluded.terms, kind = excluded.kind,
                    division = excluded.division, department = excluded.department, targets = excluded.targets,
                    life_events = excluded.life_events, committed_amount = excluded.committed_amount,
                    committed_unit = excluded.committed_unit, procedure_key = excluded.procedure_key,
                    popularity = excluded.popularity
                where i.* is distinct from excluded.*
                returning code
                )
                insert into items.item_change (item_code) select code from present
                """).param("rows", json.writeValueAsString(rows)).update();
    }

    /** Items that the pack no longer holds cannot be found any more; their versions stay for running cases. */
    private void retireOthers(List<String> codes) {
        jdbc.sql("""
                with gone as (
                    delete from items.item where code <> all (:codes) and not designed returning code
                )
                insert into items.item_change (item_code) select code from gone
                """).param("codes", codes.toArray(String[]::new)).update();
    }

    /** Adds a version that was edited on screen; the caller holds the item's lock. */
    void addRevision(ServiceItem item, int version, Instant at, String by) {
        var body = body(item);
        insertVersions(
                List.of(new VersionRow(
                        item.code().value(),
                        version,
                        item.effectiveOn().toString(),
                        by,
                        "EDIT",
                        digest(body),
                        json.readTree(body))),
                at);
        jdbc.sql("""
                with revised as (
                    update items.item set version = :version where code = :code returning code
                )
                insert into items.item_change (item_code) select code from revised
                """)
                .param("version", version)
                .param("code", item.code().value())
                .update();
    }

    /** The version in force, with the item's row locked against other editors. */
    Optional<ServiceItem> lock(ItemCode code) {
        jdbc.sql("select code from items.item where code = :code for update")
                .param("code", code.value())
                .query(String.class)
                .optional();
        return find(code);
    }

    Optional<ServiceItem> find(ItemCode code) {
        return jdbc.sql("""
                select v.body, v.version, v.published_at, i.targets, i.life_events
                from items.item i
                join items.item_version v on v.item_code = i.code and v.version = i.version
                where i.code = :code
                """)
                .param("code", code.value())
                .query((row, number) -> toItem(row))
                .optional();
    }

    Optional<ServiceItem> find(ItemCode code, int version) {
        return jdbc.sql("""
                select v.body, v.version, v.published_at, i.targets, i.life_events
                from items.item_version v
                left join items.item i on i.code = v.item_code
                where v.item_code = :code and v.version = :version
                """)
                .param("code", code.value())
                .param("version", version)
                .query((row, number) -> toItem(row))
                .optional();
    }

    private ServiceItem toItem(ResultSet row) throws SQLException {
        var body = json.readValue(row.getString("body"), ServiceItem.class);
        return new ServiceItem(
                body.code(),
                row.getInt("version"),
                body.effectiveOn(),
                row.getTimestamp("published_at").toInstant(),
                body.name(),
                body.mainItem(),
                body.kind(),
                body.level(),
                body.division(),
                body.department(),
                body.departmentCode(),
                SqlArrays.texts(row, "targets").stream()
                        .map(TargetGroup::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                SqlArrays.texts(row, "life_events"),
                body.limits(),
                body.procedureKey(),
                body.source(),
                body.guide());
    }

    void replaceLifeEvents(List<LifeEvent> events) {
        jdbc.sql("delete from items.life_event").update();
        for (var position = 0; position < events.size(); position++) {
            var event = events.get(position);
            jdbc.sql("""
                    insert into items.life_event
                        (code, position, target_group, name, english_name, examples, english_examples)
                    values (:code, :position, :group, :name, :english, :examples, :englishExamples)
                    """)
                    .param("code", event.code())
                    .param("position", position)
                    .param("group", event.group().name())
                    .param("name", event.name())
                    .param("english", event.englishName())
                    .param("examples", event.examples())
                    .param("englishExamples", event.englishExamples())
                    .update();
        }
    }

    List<LifeEvent> lifeEvents() {
        return jdbc.sql("""
                select code, target_group, name, english_name, examples, english_examples
                from items.life_event
                order by position
                """)
                .query((row, number) -> new LifeEvent(
                        row.getString("code"),
                        TargetGroup.valueOf(row.getString("target_group")),
                        row.getString("name"),
                        row.getString("english_name"),
                        row.getString("examples"),
                        row.getString("english_examples")))
                .list();
    }

    void saveFrontPage(FrontPageFile page) {
        jdbc.sql("""
                insert into items.front_page (id, region, words, often)
                values (1, :region, :words, :often)
                on conflict (id) do update
                set region = excluded.region, words = excluded.words, often = excluded.often
                """)
                .param("region", page.region().value())
                .param("words", page.words().toArray(String[]::new))
                .param("often", page.often().stream().map(ItemCode::value).toArray(String[]::new))
                .update();
    }

    Optional<FrontPageFile> frontPage() {
        return jdbc.sql("select region, words, often from items.front_page")
                .query((row, number) -> new FrontPageFile(
                        new DivisionCode(row.getString("region")),
                        SqlArrays.texts(row, "words"),
                        SqlArrays.texts(row, "often").stream()
                                .map(ItemCode::new)
                                .toList()))
                .optional();
    }
}
