package org.zhengtong.data.catalog.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.catalog.CatalogReading.Version;
import org.zhengtong.data.catalog.Openness;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.ResourceState;
import org.zhengtong.data.catalog.internal.check.NameKey;

/** Published and retired resources and their versions. */
@Component
public class ResourceStore {
    public static final String COLUMNS =
            "id, origin, code, state, version, body, published_at, changed_at, retired_at, received_at";

    private static final String SAVE = """
            insert into catalog.resource (origin, code, state, version, name, name_key, name_stem, provider,
                provider_key, department, class_code, kind, format, format_group, sharing, openness, update_cycle,
                domain, division, item_count, record_count, external_id, body, digest, published_at, changed_at,
                retired_at, received_at)
            values (:origin, :code, :state, :version, :name, :nameKey, :nameStem, :provider, :providerKey,
                :department, :classCode, :kind, :format, :formatGroup, :sharing, :openness, :cycle, :domain,
                :division, :items, :records, :external, :body::jsonb, :digest, :publishedAt, :changedAt,
                :retiredAt, :receivedAt)
            on conflict (origin, code) do update
            set state = excluded.state, version = excluded.version, name = excluded.name,
                name_key = excluded.name_key, name_stem = excluded.name_stem, provider = excluded.provider,
                provider_key = excluded.provider_key, department = excluded.department, format = excluded.format,
                format_group = excluded.format_group, sharing = excluded.sharing, openness = excluded.openness,
                update_cycle = excluded.update_cycle, domain = excluded.domain, division = excluded.division,
                item_count = excluded.item_count, record_count = excluded.record_count,
                external_id = excluded.external_id, body = excluded.body, digest = excluded.digest,
                published_at = excluded.published_at, changed_at = excluded.changed_at,
                retired_at = excluded.retired_at, received_at = excluded.received_at
            returning id
            """;

    private final JdbcClient jdbc;

    public ResourceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is written of a resource in one go. */
    public record Incoming(
            String origin,
            ResourceCode code,
            ResourceState state,
            int version,
            ResourceMetadata metadata,
            String formatGroup,
            Instant publishedAt,
            Instant changedAt,
            @Nullable Instant receivedAt) {}

    public static Resource resource(ResultSet row) throws SQLException {
        return new Resource(
                row.getLong("id"),
                row.getString("origin"),
                new ResourceCode(row.getString("code")),
                ResourceState.valueOf(row.getString("state")),
                row.getInt("version"),
                MetadataJson.read(row.getString("body")),
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                instant(row, "retired_at"),
                instant(row, "received_at"));
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    public Optional<Resource> find(String origin, ResourceCode code) {
        return find(origin, code, "");
    }

    /** The resource, kept for this transaction alone. */
    public Optional<Resource> lock(String origin, ResourceCode code) {
        return find(origin, code, " for update");
    }

    private Optional<Resource> find(String origin, ResourceCode code, String ending) {
        return jdbc.sql("select " + COLUMNS + " from catalog.resource where origin = :origin and code = :code" + ending)
                .param("origin", origin)
                .param("code", code.value())
                .query((row, number) -> resource(row))
                .optional();
    }

    public Optional<Resource> findByExternalId(String externalId) {
        return jdbc.sql("select " + COLUMNS
                        + " from catalog.resource where external_id = :external and origin = '' order by id limit 1")
                .param("external", externalId)
                .query((row, number) -> resource(row))
                .optional();
    }

    public List<Resource> read(Collection<Long> ids) {
        return jdbc.sql("select " + COLUMNS + " from catalog.resource where id = any (:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> resource(row))
                .list();
    }

    /** Writes a version over what was there and tells search of it. */
    public long save(Incoming incoming) {
        var id = describe(place(jdbc.sql(SAVE), incoming), incoming.metadata())
                .query(Long.class)
                .single();
        saveRelated(id, incoming.metadata().related());
        tellSearch(id);
        return id;
    }

    private static JdbcClient.StatementSpec place(JdbcClient.StatementSpec statement, Incoming incoming) {
        return statement
                .param("origin", incoming.origin())
                .param("code", incoming.code().value())
                .param("state", incoming.state().name())
                .param("version", incoming.version())
                .param("classCode", incoming.code().classCode())
                .param("kind", incoming.code().kind())
                .param("formatGroup", incoming.formatGroup())
                .param("publishedAt", Timestamp.from(incoming.publishedAt()))
                .param("changedAt", Timestamp.from(incoming.changedAt()))
                .param("retiredAt", retiredAt(incoming), Types.TIMESTAMP)
                .param("receivedAt", timestamp(incoming.receivedAt()), Types.TIMESTAMP);
    }

    private static JdbcClient.StatementSpec describe(JdbcClient.StatementSpec statement, ResourceMetadata sheet) {
        var more = sheet.supplement();
        var department = sheet.provider().department();
        var body = MetadataJson.write(sheet);
        return statement
                .param("name", sheet.name())
                .param("nameKey", NameKey.of(sheet.name()))
                .param("nameStem", NameKey.stem(sheet.name()))
                .param("provider", sheet.provider().name())
                .param("providerKey", NameKey.of(sheet.provider().name()))
                .param("department", department == null ? null : department.value(), Types.VARCHAR)
                .param("format", sheet.format())
                .param("sharing", sharing(sheet))
                .param("openness", openness(sheet))
                .param("cycle", sheet.updateCycle())
                .param("domain", more.domain())
                .param("division", more.division())
                .param("items", sheet.items().size())
                .param("records", more.recordCount(), Types.BIGINT)
                .param("external", more.externalId())
                .param("body", body)
                .param("digest", MetadataJson.digest(body));
    }

    private static @Nullable Timestamp retiredAt(Incoming incoming) {
        return incoming.state() == ResourceState.RETIRED ? Timestamp.from(incoming.changedAt()) : null;
    }

    public static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    public static String sharing(ResourceMetadata sheet) {
        var type = sheet.sharing().type();
        return type == null ? "" : type.name();
    }

    public static String openness(ResourceMetadata sheet) {
        var openness = sheet.opening().openness();
        return (openness == null ? Openness.CLOSED : openness).name();
    }

    private void saveRelated(long id, List<String> related) {
        jdbc.sql("delete from catalog.related where resource_id = :id")
                .param("id", id)
                .update();
        related.stream()
                .distinct()
                .forEach(code -> jdbc.sql("insert into catalog.related (resource_id, related_code) values (:id, :code)")
                        .param("id", id)
                        .param("code", code)
                        .update());
    }

    private void tellSearch(long id) {
        jdbc.sql("insert into catalog.change (resource_id) values (:id)")
                .param("id", id)
                .update();
    }

    /** A foreign entry was told of again without a change. */
    public void touch(long id, Instant at) {
        jdbc.sql("update catalog.resource set received_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    public void addVersion(long id, Incoming incoming, String by) {
        jdbc.sql("""
                insert into catalog.resource_version (resource_id, version, body, state, note, published_by, published_at)
                values (:id, :version, :body::jsonb, :state, '', :by, :at)
                on conflict (resource_id, version) do nothing
                """)
                .param("id", id)
                .param("version", incoming.version())
                .param("body", MetadataJson.write(incoming.metadata()))
                .param("state", incoming.state().name())
                .param("by", by)
                .param("at", Timestamp.from(incoming.changedAt()))
                .update();
    }

    public List<Version> versions(long id) {
        return jdbc.sql("""
                select version, state, note, published_by, published_at
                from catalog.resource_version
                where resource_id = :id
                order by version desc
                """)
                .param("id", id)
                .query((row, number) -> new Version(
                        row.getInt("version"),
                        ResourceState.valueOf(row.getString("state")),
                        row.getString("note"),
                        row.getString("published_by"),
                        row.getTimestamp("published_at").toInstant()))
                .list();
    }

    public Optional<ResourceMetadata> version(long id, int version) {
        return jdbc.sql("select body from catalog.resource_version where resource_id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .query(String.class)
                .optional()
                .map(MetadataJson::read);
    }

    public List<Resource> namedBy(ResourceCode code) {
        return jdbc.sql("select " + COLUMNS + """
                 from catalog.resource
                where id in (select resource_id from catalog.related where related_code = :code)
                    and state = 'PUBLISHED'
                order by name
                limit 50
                """)
                .param("code", code.value())
                .query((row, number) -> resource(row))
                .list();
    }

    /** The next serial number of a class, never given twice. */
    public long nextSerial(String classCode) {
        return jdbc.sql("""
                insert into catalog.class_serial (class_code, last)
                values (:class, 1)
                on conflict (class_code) do update set last = catalog.class_serial.last + 1
                returning last
                """).param("class", classCode).query(Long.class).single();
    }

    /** Serial numbers up to this one are taken. */
    public void takeSerials(String classCode, long last) {
        jdbc.sql("""
                insert into catalog.class_serial (class_code, last)
                values (:class, :last)
                on conflict (class_code) do update set last = greatest(catalog.class_serial.last, excluded.last)
                """).param("class", classCode).param("last", last).update();
    }
}
