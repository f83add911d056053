package org.zhengtong.data.registers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.jobs.internal.WaitingWork;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SeenPage;
import org.zhengtong.testing.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Open registers with a geometry answer by OGC API Features; all others only those who may see them. */
@PlatformTest
class OpenRegistersTest {

    private static final String SEATS = "/ogc/collections/division-seats";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext platform;

    @BeforeEach
    void fills_the_registers() {
        WaitingWork.run(platform, "registers");
    }

    private JsonNode json(String path) {
        var seen = Visitor.at(port).open(path);
        assertThat(seen.status()).as(path).isEqualTo(200);
        return JsonMapper.shared().readTree(new String(seen.bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void the_landing_page_leads_to_the_collections_of_open_registers_alone() {
        assertThat(json("/ogc").path("links").findValuesAsString("rel"))
                .contains("self", "service-desc", "conformance", "data");
        assertThat(json("/ogc/conformance").path("conformsTo").toString())
                .contains("ogcapi-features-1/1.0/conf/core", "conf/geojson", "conf/oas30");
        assertThat(json("/ogc/collections").path("collections").findValuesAsString("id"))
                .containsExactly("division-seats");
        assertThat(json("/ogc/api").path("openapi").asString()).startsWith("3.0");
        assertThat(Visitor.at(port).open("/ogc/collections/spatial-geography").status())
                .isEqualTo(404);
        assertThat(Visitor.at(port).open("/ogc/collections/population/items").status())
                .isEqualTo(404);
    }

    @Test
    void features_are_paged_filtered_and_found_in_a_box() {
        var first = json(SEATS + "/items?limit=100");
        assertThat(first.path("features").size()).isEqualTo(100);
        assertThat(first.path("numberReturned").asInt()).isEqualTo(100);
        var next = first.path("links")
                .valueStream()
                .filter(link -> link.path("rel").asString().equals("next"))
                .findFirst()
                .orElseThrow()
                .path("href")
                .asString();
        var second = json(next.substring(next.indexOf("/ogc")));
        assertThat(second.path("features").size()).isEqualTo(53);

        assertThat(json(SEATS + "/items?bbox=116.9,36.6,117.05,36.72")
                        .path("features")
                        .findValuesAsString("name"))
                .contains("历下区", "市中区")
                .doesNotContain("青岛市");
        assertThat(json(SEATS + "/items?city=青岛市&limit=50").path("features").size())
                .isEqualTo(11);
        assertThat(json(SEATS + "/items/370102").path("geometry").path("type").asString())
                .isEqualTo("Point");
    }

    @Test
    void a_wrong_question_is_a_bad_request() {
        for (var wrong : new String[] {"bbox=1,2", "bbox=a,b,c,d", "limit=0", "nobody=1", "after=x"}) {
            assertThat(Visitor.at(port).open(SEATS + "/items?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(Visitor.at(port).open(SEATS + "/items/0").status()).isEqualTo(404);
    }

    @Test
    void the_shape_of_records_is_described_by_an_openapi_document() {
        var document = json("/api/registers/openapi.json");
        assertThat(document.at("/components/schemas/LegalPerson/properties/kind/enum")
                        .toString())
                .contains("enterprise");
    }

    @Test
    void who_has_no_right_sees_neither_list_nor_record_nor_files() {
        var sun = Visitor.at(port).signedInAs("孙静");
        for (var path : new String[] {"", "/records", "/records.csv", "/loads", "/definition", "/new", "/items/new"}) {
            assertThat(sun.open("/staff/registers/population" + path).status())
                    .as(path)
                    .isEqualTo(403);
        }
        var li = Visitor.at(port).signedInAs("李文");
        assertThat(li.open("/staff/registers/population").status()).isEqualTo(403);
        assertThat(li.open("/staff/registers/legal-person/loads").status()).isEqualTo(403);
        assertThat(li.open("/staff/registers/legal-person/records").status()).isEqualTo(200);
        assertThat(li.open("/staff/registers/no-such").status()).isEqualTo(404);
        assertThat(li.open("/staff/registers/legal-person/records/AAAA").status())
                .isEqualTo(404);
        assertThat(li.open("/staff/registers/corrections").status()).isEqualTo(403);
        assertThat(Visitor.at(port).open("/staff/registers").path()).isEqualTo("/sign-in");
    }

    @Test
    void exports_mask_personal_data_and_come_in_three_kinds() {
        var lu = Visitor.at(port).signedInAs("鲁敏");
        var csv = text(lu.open("/staff/registers/population/records.csv"));
        assertThat(csv).startsWith("\ufeff公民身份号码").contains("**********");
        assertThat(csv.lines().count()).isGreaterThan(400);
        assertThat(lu.open("/staff/registers/population/records.xlsx").bytes()).startsWith('P', 'K');
        var geo = JsonMapper.shared()
                .readTree(text(
                        Visitor.at(port).signedInAs("于晓东").open("/staff/registers/spatial-geography/records.geojson")));
        assertThat(geo.path("features").size()).isEqualTo(153);
    }

    private static String text(SeenPage seen) {
        assertThat(seen.status()).isEqualTo(200);
        return new String(seen.bytes(), StandardCharsets.UTF_8);
    }
}
