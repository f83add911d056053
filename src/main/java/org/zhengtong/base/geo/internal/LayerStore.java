package org.zhengtong.base.geo.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.geo.CoordinateSystem;
import org.zhengtong.base.geo.GeoBox;
import org.zhengtong.base.geo.Layer;
import org.zhengtong.base.geo.LayerCode;
import org.zhengtong.base.geo.LayerStyle;
import org.zhengtong.base.geo.LayerVisibility;
import org.zhengtong.base.geo.Layers.LayerQuery;
import org.zhengtong.base.geo.NewLayer;
import org.zhengtong.base.geo.ShapeKind;

/** Layers in {@code geo.layer}, without their features. */
@Component
class LayerStore {

    private static final String SELECT = """
            select id, code, name, name_en, source, license, note, approval, source_system, visibility, packed, kind,
                   style, features, points, west, south, east, north, version, added_at, added_by, removed_at, removed_by
            from geo.layer
            """;

    private final JdbcClient jdbc;

    LayerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A layer with the number its features know it by. */
    record Kept(long id, Layer layer) {}

    Optional<Kept> find(LayerCode code) {
        return jdbc.sql(SELECT + " where code = :code")
                .param("code", code.value())
                .query(LayerStore::toKept)
                .optional();
    }

    Optional<Kept> lock(LayerCode code) {
        return jdbc.sql(SELECT + " where code = :code for update")
                .param("code", code.value())
                .query(LayerStore::toKept)
                .optional();
    }

    List<Layer> present(boolean onlyPublic) {
        return jdbc.sql(SELECT + """
                 where removed_at is null and (not :onlyPublic or visibility = 'PUBLIC')
                order by code
                """)
                .param("onlyPublic", onlyPublic)
                .query((row, number) -> toKept(row, number).layer())
                .list();
    }

    List<Layer> search(LayerQuery query) {
        return jdbc.sql(SELECT + """
                 where (removed_at is not null) = :removed
                  and (position(lower(:text) in lower(code || ' ' || name || ' ' || name_en || ' ' || source)) > 0)
                  and code > :after
                order by code
                limit :most
                """)
                .param("removed", query.removed())
                .param("text", query.text())
                .param("after", query.after())
                .param("most", query.most())
                .query((row, number) -> toKept(row, number).layer())
                .list();
    }

    /** Keeps a new layer, or what changed of one with the same code. */
    long save(Layer layer) {
        return jdbc.sql("""
                insert into geo.layer (code, name, name_en, source, license, note, approval, source_system, visibility,
                    packed, kind, features, points, west, south, east, north, added_at, added_by)
                values (:code, :name, :nameEn, :source, :license, :note, :approval, :system, :visibility,
                    :packed, :kind, :features, :points, :west, :south, :east, :north, :at, :by)
                on conflict (code) do update
                set name = excluded.name, name_en = excluded.name_en, source = excluded.source,
                    license = excluded.license, note = excluded.note, approval = excluded.approval,
                    source_system = excluded.source_system, visibility = excluded.visibility,
                    kind = excluded.kind, features = excluded.features, points = excluded.points,
                    west = excluded.west, south = excluded.south, east = excluded.east, north = excluded.north,
                    version = layer.version + 1, added_at = excluded.added_at, added_by = excluded.added_by
                returning id
                """)
                .param("code", layer.code().value())
                .param("name", layer.name())
                .param("nameEn", layer.nameEn())
                .param("source", layer.source())
                .param("license", layer.license())
                .param("note", layer.note())
                .param("approval", layer.approval())
                .param("system", layer.system().name())
                .param("visibility", layer.visibility().name())
                .param("packed", layer.packed())
                .param("kind", layer.kind().name())
                .param("features", layer.features())
                .param("points", layer.points())
                .param("west", layer.bounds().west())
                .param("south", layer.bounds().south())
                .param("east", layer.bounds().east())
                .param("north", layer.bounds().north())
                .param("at", layer.addedAt().atOffset(ZoneOffset.UTC))
                .param("by", layer.addedBy())
                .query(Long.class)
                .single();
    }

    /** Changes what is said about a layer, not its features. */
    void describe(NewLayer layer, LayerStyle style) {
        jdbc.sql("""
                update geo.layer
                set name = :name, name_en = :nameEn, source = :source, license = :license, note = :note,
                    approval = :approval, visibility = :visibility, style = :style
                where code = :code
                """)
                .param("code", layer.code().value())
                .param("name", layer.name())
                .param("nameEn", layer.nameEn())
                .param("source", layer.source())
                .param("license", layer.license())
                .param("note", layer.note())
                .param("approval", layer.approval())
                .param("visibility", layer.visibility().name())
                .param("style", style.name())
                .update();
    }

    /** Deletes a layer and its features. */
    void delete(LayerCode code) {
        jdbc.sql("""
                with gone as (
                    delete from geo.feature
                    where layer_id = (select id from geo.layer where code = :code)
                )
                delete from geo.layer
                where code = :code
                """).param("code", code.value()).update();
    }

    void markRemoved(LayerCode code, Instant at, String by) {
        jdbc.sql("update geo.layer set removed_at = :at, removed_by = :by where code = :code")
                .param("code", code.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void markRestored(LayerCode code) {
        jdbc.sql("update geo.layer set removed_at = null, removed_by = null where code = :code")
                .param("code", code.value())
                .update();
    }

    private static Kept toKept(ResultSet row, int number) throws SQLException {
        var removedAt = row.getObject("removed_at", OffsetDateTime.class);
        return new Kept(
                row.getLong("id"),
                new Layer(
                        new LayerCode(row.getString("code")),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("source"),
                        row.getString("license"),
                        row.getString("note"),
                        row.getString("approval"),
                        CoordinateSystem.valueOf(row.getString("source_system")),
                        LayerVisibility.valueOf(row.getString("visibility")),
                        LayerStyle.valueOf(row.getString("style")),
                        row.getBoolean("packed"),
                        ShapeKind.valueOf(row.getString("kind")),
                        row.getInt("features"),
                        row.getInt("points"),
                        new GeoBox(
                                row.getDouble("west"),
                                row.getDouble("south"),
                                row.getDouble("east"),
                                row.getDouble("north")),
                        row.getLong("version"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant(),
                        row.getString("added_by"),
                        removedAt == null ? null : removedAt.toInstant(),
                        row.getString("removed_by")));
    }
}
