package org.zhengtong.base.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SeenForm;
import org.zhengtong.testing.SeenPage;
import org.zhengtong.testing.Visitor;

/** Layers are added with checks, shown to whom they are meant for, taken away and brought back. */
@PlatformTest
class LayerPagesTest {

    private static final String STATIONS = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name":"泉城广场站","code":"s1"},"geometry":{"type":"Point","coordinates":[117.017,36.661]}},
            {"type":"Feature","properties":{"name":"=1+1","code":"s2"},"geometry":{"type":"Point","coordinates":[117.1,36.7]}}]}
            """;

    @LocalServerPort
    private int port;

    private Visitor keeper() {
        return Visitor.at(port).signedInAs("田博文");
    }

    private static SeenForm filled(Visitor keeper, String code, String geoJson) {
        return keeper.open("/staff/geo/layers/new")
                .form("检查并加上")
                .fill("name", "公交站")
                .fill("nameEn", "Stops")
                .fill("code", code)
                .fill("source", "测试")
                .fill("license", "测试")
                .attach("file", "a.geojson", "application/geo+json", geoJson.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_layer_is_added_taken_away_and_brought_back() {
        var keeper = keeper();
        var added = filled(keeper, "stops-one", STATIONS).submit();

        assertThat(added.heading()).isEqualTo("公交站");
        assertThat(added.text()).contains("图层已经加上", "2 个点", "泉城广场站", "相差不到一米");
        assertThat(keeper.open("/geo/layers/stops-one.geojson").bytes())
                .asString(StandardCharsets.UTF_8)
                .contains("[117.017,36.661]");

        var removed = added.follow("移除图层").press("移除图层");
        assertThat(removed.text()).contains("图层已经移除", "可以恢复");
        assertThat(keeper.open("/geo/layers/stops-one.geojson").status()).isEqualTo(404);
        assertThat(filled(keeper, "stops-one", STATIONS).submit().errorAt("code"))
                .contains("已移除");

        assertThat(removed.press("恢复图层").text()).contains("图层已经恢复", "泉城广场站");
    }

    @Test
    void every_wrong_feature_is_named_and_nothing_is_kept() {
        var keeper = keeper();
        var wrong = STATIONS.replace("[117.1,36.7]", "[36.7,117.1]");

        var refused = filled(keeper, "stops-two", wrong).submit();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorAt("file")).contains("1 处");
        assertThat(refused.text()).contains("写反了");
        assertThat(refused.value("name")).isEqualTo("公交站");
        assertThat(keeper.open("/staff/geo/layers/stops-two").status()).isEqualTo(404);
    }

    @Test
    void a_public_layer_names_its_approval() {
        var refused = filled(keeper(), "stops-three", STATIONS)
                .fill("visibility", "PUBLIC")
                .submit();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorAt("approval")).isNotEmpty();
    }

    @Test
    void the_public_sees_public_layers_only() {
        filled(keeper(), "stops-four", STATIONS)
                .fill("visibility", "PUBLIC")
                .fill("approval", "内容简单，不需要送审")
                .submit();
        var visitor = Visitor.at(port);

        assertThat(visitor.open("/map?layer=stops-four").text()).contains("泉城广场站");
        assertThat(visitor.open("/geo/tiles/stops-four/0/0/0.mvt").status()).isEqualTo(200);
        assertThat(visitor.open("/geo/tiles/divisions/0/0/0.mvt").status()).isEqualTo(404);
        assertThat(visitor.open("/geo/layers/divisions.geojson").status()).isEqualTo(404);
        assertThat(visitor.open("/geo/pictures/divisions.svg").status()).isEqualTo(404);
        assertThat(visitor.open("/staff/geo/layers").path()).isEqualTo("/sign-in");
        assertThat(Visitor.at(port).signedInAs("孙静").open("/staff/geo/layers").status())
                .isEqualTo(403);
    }

    @Test
    void tiles_are_asked_again_only_when_they_changed_and_only_where_they_are() throws Exception {
        var cookies = Visitor.at(port).signedInAs("孙静").cookieHeader();

        var first = get("/geo/tiles/divisions/6/52/25.mvt", cookies, "");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var second = get("/geo/tiles/divisions/6/52/25.mvt", cookies, tag);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).isNotEmpty();
        assertThat(second.statusCode()).isEqualTo(304);
        for (var wrong : new String[] {"6/64/25", "99/0/0", "6/-1/25", "-1/0/0"}) {
            assertThat(get("/geo/tiles/divisions/" + wrong + ".mvt", cookies, "")
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(404);
        }
        assertThat(get("/geo/tiles/divisions/a/b/c.mvt", cookies, "").statusCode())
                .isEqualTo(400);
        assertThat(get("/geo/tiles/No_layer/0/0/0.mvt", cookies, "").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<byte[]> get(String path, String cookies, String tag) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", cookies);
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    @Test
    void a_file_of_a_hundred_megabytes_is_refused_in_words() {
        var refused = filled(keeper(), "stops-five", " ".repeat(100 << 20)).submit();

        assertThat(refused.status()).isEqualTo(413);
    }

    @Test
    void the_map_answers_without_javascript() {
        var sun = Visitor.at(port).signedInAs("孙静");

        assertThat(sun.open("/staff/map?find=历下区").text()).contains("山东省济南市历下区", "370102");
        assertThat(place(sun, "117.017", "36.661").text()).contains("山东省济南市历下区");
        assertThat(place(sun, "36.661", "90").text()).contains("不在中国范围内");
        assertThat(place(sun, "NaN", "1e999").text()).contains("请写经度和纬度");
        assertThat(sun.open("/staff/map").text()).contains("GCJ-02", "没有审图号", "山东省");
        var picture = sun.open("/geo/pictures/divisions.svg?code=370102");
        assertThat(picture.mediaType()).startsWith("image/svg+xml");
        assertThat(new String(picture.bytes(), StandardCharsets.UTF_8)).contains("<title>历下区</title>");
    }

    private static SeenPage place(Visitor visitor, String lon, String lat) {
        return visitor.open("/staff/map?lon=" + lon + "&lat=" + lat);
    }
}
