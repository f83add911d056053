package org.zhengtong.base.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SeenPage;
import org.zhengtong.testing.Visitor;

/** A layer is changed, gets other features, and is deleted for good only after it was taken away. */
@PlatformTest
class LayerKeepingTest {

    private static final String ONE = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"泉城广场站","code":"s1"},
            "geometry":{"type":"Point","coordinates":[117.017,36.661]}}]}
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private Layers layers;

    @Autowired
    private ApplicationContext platform;

    private Visitor keeper() {
        return Visitor.at(port).signedInAs("田博文");
    }

    private static SeenPage added(Visitor keeper, String code) {
        return keeper.open("/staff/geo/layers/new")
                .form("检查并加上")
                .fill("name", "公交站")
                .fill("nameEn", "Stops")
                .fill("code", code)
                .fill("source", "测试")
                .fill("license", "测试")
                .attach("file", "a.geojson", "application/geo+json", ONE.getBytes(StandardCharsets.UTF_8))
                .submit();
    }

    @Test
    void words_sight_and_colour_change_without_touching_the_features() {
        var keeper = keeper();
        var page = added(keeper, "kept-one").follow("修改图层");

        var changed = page.form("检查并保存")
                .attach("file", "", "application/octet-stream", new byte[0])
                .fill("name", "地铁站")
                .fill("style", "BLUE")
                .fill("visibility", "PUBLIC")
                .fill("approval", "示意图，不需要送审")
                .submit();

        assertThat(changed.heading()).isEqualTo("地铁站");
        assertThat(changed.text()).contains("修改已经保存", "泉城广场站", "示意图，不需要送审");
        assertThat(keeper.open("/map").html().select("[data-layer=kept-one]").attr("data-line"))
                .isEqualTo(LayerStyle.BLUE.line());
        keeper.open("/staff/geo/layers/kept-one/removal").press("移除图层");
    }

    @Test
    void other_features_take_the_place_of_the_old_ones_all_or_none() {
        var keeper = keeper();
        added(keeper, "kept-two");
        var page = keeper.open("/staff/geo/layers/kept-two/change");
        var wrong = ONE.replace("[117.017,36.661]", "[36.661,117.017]").replace("泉城广场站", "写反的站");

        var refused = page.form("检查并保存")
                .attach("file", "b.geojson", "application/geo+json", wrong.getBytes(StandardCharsets.UTF_8))
                .submit();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("写反了");
        assertThat(keeper.open("/staff/geo/layers/kept-two").text()).contains("泉城广场站");

        var replaced = page.form("检查并保存")
                .attach(
                        "file",
                        "c.geojson",
                        "application/geo+json",
                        ONE.replace("泉城广场站", "大明湖站").getBytes(StandardCharsets.UTF_8))
                .submit();
        assertThat(replaced.text()).contains("大明湖站").doesNotContain("泉城广场站");
    }

    @Test
    void what_is_public_needs_its_approval_when_changed_too() {
        var keeper = keeper();
        added(keeper, "kept-three");

        var refused = keeper.open("/staff/geo/layers/kept-three/change")
                .form("检查并保存")
                .attach("file", "", "application/octet-stream", new byte[0])
                .fill("visibility", "PUBLIC")
                .submit();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorAt("approval")).isNotEmpty();
    }

    @Test
    void only_a_layer_that_was_taken_away_is_deleted_and_its_code_is_typed() {
        var keeper = keeper();
        added(keeper, "kept-four");
        assertThat(keeper.open("/staff/geo/layers/kept-four/deletion").text()).contains("先移除");
        var by = CaseworkFixtures.of(platform).staff("jn-0501");
        assertThatThrownBy(() -> layers.delete(new LayerCode("kept-four"), by))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(GeoProblem.LAYER_STILL_SHOWN.code());
        var removed = keeper.open("/staff/geo/layers/kept-four/removal").press("移除图层");

        var asked = removed.follow("永久删除");
        assertThat(asked.text()).contains("不能恢复", "kept-four", "审计日志");
        var wrong = asked.form("永久删除").fill("typed", "kept-five").submit();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.errorAt("typed")).contains("kept-four");
        var gone = wrong.form("永久删除").fill("typed", "kept-four").submit();

        assertThat(gone.text()).contains("图层已经永久删除");
        assertThat(keeper.open("/staff/geo/layers/kept-four").status()).isEqualTo(404);
        assertThat(added(keeper, "kept-four").status()).isEqualTo(200);
    }
}
