package org.zhengtong.base.geo.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.postgresql.geometric.PGbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.geo.GeoBox;
import org.zhengtong.base.geo.LayerFeature;
import org.zhengtong.base.geo.Layers.FeatureQuery;
import org.zhengtong.base.geo.ShapeKind;
import org.zhengtong.base.geo.internal.shape.DrawnFeature;
import org.zhengtong.base.geo.internal.shape.ReadFeature;

/** Features in {@code geo.feature}; the index on their boxes answers first, the shape itself is asked in the program. */
@Component
class FeatureStore {

    private static final int CHUNK = 1000;

    /** Rows in memory at once while a whole layer passes by. */
    private static final int PIECE = 500;

    private static final String FEATURE = "f.number, f.code, f.name, f.kind, f.bounds, f.points, f.size, f.properties";
    private static final String BOX = "box(point(:west, :south), point(:east, :north))";

    private final JdbcClient jdbc;

    FeatureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A feature and its shape, for the exact test. */
    record Candidate(LayerFeature feature, byte[] shape) {}

    void replaceAll(long layer, List<ReadFeature> features) {
        jdbc.sql("delete from geo.feature where layer_id = :layer")
                .param("layer", layer)
                .update();
        for (var from = 0; from < features.size(); from += CHUNK) {
            insert(layer, features.subList(from, Math.min(features.size(), from + CHUNK)));
        }
    }

    private void insert(long layer, List<ReadFeature> features) {
        jdbc.sql("""
                insert into geo.feature (layer_id, number, code, name, properties, kind, bounds, points, size, shape)
                select :layer, number, code, name, cast(properties as jsonb), kind,
                       box(point(west, south), point(east, north)), points, size, shape
                from unnest(cast(:numbers as integer[]), cast(:codes as text[]), cast(:names as text[]),
                            cast(:properties as text[]), cast(:kinds as text[]), cast(:wests as double precision[]),
                            cast(:souths as double precision[]), cast(:easts as double precision[]),
                            cast(:norths as double precision[]), cast(:points as integer[]),
                            cast(:sizes as double precision[]), cast(:shapes as bytea[]))
                    as read (number, code, name, properties, kind, west, south, east, north, points, size, shape)
                """)
                .param("layer", layer)
                .param("numbers", column(features, ReadFeature::number, Integer[]::new))
                .param("codes", column(features, ReadFeature::code, String[]::new))
                .param("names", column(features, ReadFeature::name, String[]::new))
                .param("properties", column(features, ReadFeature::properties, String[]::new))
                .param("kinds", column(features, each -> each.kind().name(), String[]::new))
                .param("wests", column(features, each -> each.bounds().west(), Double[]::new))
                .param("souths", column(features, each -> each.bounds().south(), Double[]::new))
                .param("easts", column(features, each -> each.bounds().east(), Double[]::new))
                .param("norths", column(features, each -> each.bounds().north(), Double[]::new))
                .param("points", column(features, ReadFeature::points, Integer[]::new))
                .param("sizes", column(features, ReadFeature::size, Double[]::new))
                .param("shapes", column(features, ReadFeature::shape, byte[][]::new))
                .update();
    }

    private static <T> T[] column(
            List<ReadFeature> features, Function<ReadFeature, T> value, java.util.function.IntFunction<T[]> array) {
        return features.stream().map(value).toArray(array);
    }

    List<LayerFeature> list(long layer, FeatureQuery query) {
        return jdbc.sql("select " + FEATURE + """
                 from geo.feature f
                where f.layer_id = :layer
                  and f.number > :after
                  and (:text = '' or starts_with(f.name, :text) or starts_with(f.code, :text))
                order by f.number
                limit :most
                """)
                .param("layer", layer)
                .param("after", query.after())
                .param("text", query.text())
                .param("most", query.most())
                .query(FeatureStore::toFeature)
                .list();
    }

    List<Candidate> inBox(long layer, GeoBox box, int most) {
        return boxed(layer, box, "select " + FEATURE + ", f.shape" + """
                 from geo.feature f
                where f.bounds && """ + " " + BOX + """

                  and f.layer_id = :layer
                order by f.number
                limit :most
                """)
                .param("most", most)
                .query((row, number) -> new Candidate(toFeature(row, number), row.getBytes("shape")))
                .list();
    }

    /** What reaches into the box and is not smaller than {@code least} degrees, points excepted. */
    void draw(long layer, GeoBox box, double least, Consumer<DrawnFeature> each) {
        try (var found = boxed(layer, box, """
                select f.number, f.code, f.name, f.shape
                from geo.feature f
                where f.bounds && """ + " " + BOX + """

                  and f.layer_id = :layer
                  and (f.kind = 'POINT' or greatest(width(f.bounds), height(f.bounds)) >= :least)
                order by f.number
                """)
                .param("least", least)
                .withFetchSize(PIECE)
                .query((row, number) -> new DrawnFeature(
                        row.getInt("number"), row.getString("code"), row.getString("name"), row.getBytes("shape")))
                .stream()) {
            found.forEach(each);
        }
    }

    private JdbcClient.StatementSpec boxed(long layer, GeoBox box, String sql) {
        return jdbc.sql(sql)
                .param("layer", layer)
                .param("west", box.west())
                .param("south", box.south())
                .param("east", box.east())
                .param("north", box.north());
    }

    List<Candidate> withCode(long layer, String code) {
        return jdbc.sql("select " + FEATURE + ", f.shape" + """
                 from geo.feature f
                where f.layer_id = :layer and f.code = :code
                order by f.number
                limit 1
                """)
                .param("layer", layer)
                .param("code", code)
                .query((row, number) -> new Candidate(toFeature(row, number), row.getBytes("shape")))
                .list();
    }

    /** All features one by one, in order of their numbers; to be closed. */
    Stream<Candidate> all(long layer) {
        return jdbc
                .sql("select " + FEATURE + ", f.shape from geo.feature f where f.layer_id = :layer order by f.number")
                .param("layer", layer)
                .withFetchSize(PIECE)
                .query((row, number) -> new Candidate(toFeature(row, number), row.getBytes("shape")))
                .stream();
    }

    private static LayerFeature toFeature(ResultSet row, int number) throws SQLException {
        var box = (PGbox) row.getObject("bounds");
        var corners = java.util.Objects.requireNonNull(box.point);
        return new LayerFeature(
                row.getInt("number"),
                row.getString("code"),
                row.getString("name"),
                ShapeKind.valueOf(row.getString("kind")),
                new GeoBox(
                        Math.min(corners[0].x, corners[1].x),
                        Math.min(corners[0].y, corners[1].y),
                        Math.max(corners[0].x, corners[1].x),
                        Math.max(corners[0].y, corners[1].y)),
                row.getInt("points"),
                row.getDouble("size"),
                row.getString("properties"));
    }
}
