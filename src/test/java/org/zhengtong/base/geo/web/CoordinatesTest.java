package org.zhengtong.base.geo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.LinkedMultiValueMap;
import org.zhengtong.base.geo.ShapeKind;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SeenPage;
import org.zhengtong.testing.Visitor;

/** Who has no pointer draws and measures in a table of coordinates. */
@PlatformTest
class CoordinatesTest {

    @LocalServerPort
    private int port;

    private SeenPage sent(String act, String kind, String... coordinates) {
        var visitor = Visitor.at(port);
        var token = visitor.open("/map/coordinates").value("_csrf");
        var fields = new StringBuilder("_csrf=" + token + "&act=" + act + "&kind=" + kind);
        for (var at = 0; at < coordinates.length; at += 2) {
            fields.append("&lon=").append(coordinates[at]).append("&lat=").append(coordinates[at + 1]);
        }
        return visitor.postText("/map/coordinates" + (act.equals("file") ? "/file" : ""), fields.toString());
    }

    @Test
    void an_area_closes_itself_and_is_measured_on_the_ellipsoid() {
        var seen = sent("measure", "AREA", "117.0", "36.6", "117.01", "36.6", "117.01", "36.61", "117.0", "36.61");

        assertThat(seen.status()).isEqualTo(200);
        // 0.01° by 0.01° at 36.6° north: 894.6 m by 1109.6 m
        assertThat(seen.text()).contains("0.99", "km²", "894.", "1.110 km");
        assertThat(seen.html().select("section svg path").attr("d"))
                .startsWith("M")
                .endsWith("Z");
    }

    @Test
    void what_is_no_coordinate_is_told_beside_its_field_and_a_shape_that_crosses_itself_where() {
        var wrong = sent("measure", "LINE", "117,1", "36.6", "117.0", "136.6");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.errorAt("lon-1")).contains("第 1 点的经度不是数");
        assertThat(wrong.errorAt("lat-2")).contains("超出 -90 到 90");

        var crossed = sent("measure", "AREA", "117.0", "36.6", "117.1", "36.7", "117.1", "36.6", "117.0", "36.7");
        assertThat(crossed.status()).isEqualTo(422);
        assertThat(crossed.errorAt("points")).contains("自己和自己相交");
        assertThat(sent("measure", "LINE", "117.0", "36.6").errorAt("points")).contains("至少要 2 个");
        assertThat(sent("measure", "LINE").status()).isEqualTo(422);
    }

    @Test
    void the_shape_is_taken_away_as_a_file() {
        var file = sent("file", "LINE", "117.0", "36.6", "117.1", "36.7");

        assertThat(file.mediaType()).startsWith("application/geo+json");
        assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).contains("LineString", "[117.0,36.6]");
        assertThat(sent("file", "LINE", "117.0", "36.6").status()).isEqualTo(422);
    }

    @Test
    void rows_are_added_moved_and_removed_by_buttons() {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("lon", "1");
        fields.add("lat", "2");
        fields.add("lon", "3");
        fields.add("lat", "4");
        fields.add("kind", "LINE");
        var form = CoordinatesForm.of(fields);

        assertThat(form.kind()).isEqualTo(ShapeKind.LINE);
        assertThat(form.after("down", 0).rows())
                .extracting(CoordinatesForm.Row::lon)
                .containsExactly("3", "1");
        assertThat(form.after("up", 1).rows())
                .extracting(CoordinatesForm.Row::lon)
                .containsExactly("3", "1");
        assertThat(form.after("add", 0).rows())
                .extracting(CoordinatesForm.Row::lon)
                .containsExactly("1", "", "3");
        assertThat(form.after("remove", 0).rows())
                .extracting(CoordinatesForm.Row::lon)
                .containsExactly("3");
        assertThat(form.after("remove", 7)).isEqualTo(form);

        var page = sent("add:0", "LINE", "1", "2", "3", "4");
        assertThat(page.html().select("input[name=lon]").eachAttr("value")).containsExactly("1", "", "3");
        assertThat(page.html().select("input[autofocus]").attr("id")).isEqualTo("lon-2");
    }
}
