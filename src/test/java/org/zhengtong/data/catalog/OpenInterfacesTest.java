package org.zhengtong.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SeenPage;
import org.zhengtong.testing.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other catalogs and people without an account read the open data: CKAN, DCAT-AP, pages and downloads. */
@PlatformTest
class OpenInterfacesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OCEAN = "201001-000001";

    @LocalServerPort
    private int port;

    private SeenPage open(String path) {
        return Visitor.at(port).open(path);
    }

    private JsonNode ckan(String question) {
        return JSON.readTree(open("/api/3/action/" + question).bytes());
    }

    private Graph graph(String path, Lang language) {
        var answer = open(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        var graph = GraphFactory.createDefaultGraph();
        RDFDataMgr.read(graph, new ByteArrayInputStream(answer.bytes()), "http://localhost:" + port + "/", language);
        return graph;
    }

    @Test
    void the_catalog_and_each_dataset_keep_to_dcat_ap_in_all_three_forms() {
        var shapes = Shapes.parse(RDFDataMgr.loadGraph("dcat/dcat-ap-3.0.ttl"));
        for (var path : new String[] {"/catalog", "/dataset/" + OCEAN, "/dataset/104001-000001"}) {
            var turtle = graph(path + ".ttl", Lang.TURTLE);
            var report = ShaclValidator.get().validate(shapes, turtle);
            assertThat(report.getEntries()).as(path).isEmpty();
            assertThat(turtle.size()).isGreaterThan(10);
            if (!path.equals("/catalog")) {
                assertThat(graph(path + ".jsonld", Lang.JSONLD11).isIsomorphicWith(turtle))
                        .as(path)
                        .isTrue();
                assertThat(graph(path + ".xml", Lang.RDFXML).isIsomorphicWith(turtle))
                        .as(path)
                        .isTrue();
            }
        }
    }

    @Test
    void shapes_find_what_is_missing() {
        var shapes = Shapes.parse(RDFDataMgr.loadGraph("dcat/dcat-ap-3.0.ttl"));
        var bare = GraphFactory.createDefaultGraph();
        var text = "<https://example.org/d> a <http://www.w3.org/ns/dcat#Dataset> .";
        RDFDataMgr.read(bare, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Lang.TURTLE);

        assertThat(ShaclValidator.get().validate(shapes, bare).getEntries()).hasSize(2);
    }

    @Test
    void the_catalog_is_paged_by_hydra_and_a_page_beyond_the_end_is_empty() {
        var text = new String(open("/catalog.ttl?page=1").bytes(), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("hydra/core#PagedCollection>")
                .contains("hydra:totalItems")
                .contains("/catalog.ttl?page=1");
        var beyond = new String(open("/catalog.ttl?page=999").bytes(), StandardCharsets.UTF_8);
        assertThat(beyond).doesNotContain("dcat:dataset <").contains("hydra:previousPage");
    }

    @Test
    void a_harvester_asks_for_what_changed_since_and_for_one_organization() {
        var all = ckan("package_search?rows=0").path("result").path("count").asInt();
        var since =
                ckan("package_search?rows=1000&sort=metadata_modified+asc&fq=metadata_modified:%5B2026-06-30T00:00:00Z+TO+*%5D")
                        .path("result");
        assertThat(since.path("count").asInt()).isBetween(1, all - 1);
        assertThat(since.path("results"))
                .allSatisfy(each -> assertThat(each.path("metadata_modified").asString())
                        .isGreaterThanOrEqualTo("2026-06-30T00:00:00"));

        var organization =
                since.path("results").get(0).path("organization").path("id").asString();
        var of = ckan("package_search?rows=1000&fq=organization:" + organization)
                .path("result")
                .path("count")
                .asInt();
        var without = ckan("package_search?rows=0&fq=-organization:" + organization)
                .path("result")
                .path("count")
                .asInt();
        assertThat(of).isPositive();
        assertThat(of + without).isEqualTo(all);
        assertThat(ckan("organization_show?id=" + organization)
                        .path("result")
                        .path("package_count")
                        .asInt())
                .isEqualTo(of);
    }

    @Test
    void pages_of_a_search_follow_each_other_in_the_order_asked_for() {
        var first = ckan("package_search?rows=5&sort=id+asc").path("result").path("results");
        var second =
                ckan("package_search?rows=5&start=5&sort=id+asc").path("result").path("results");

        assertThat(first).hasSize(5);
        assertThat(second).hasSize(5);
        assertThat(first.valueStream().map(each -> each.path("id").asString()))
                .doesNotContainAnyElementsOf(second.valueStream()
                        .map(each -> each.path("id").asString())
                        .toList());
    }

    @Test
    void a_package_is_a_full_description_by_get_and_by_post() throws Exception {
        var shown = ckan("package_show?id=" + OCEAN).path("result");
        assertThat(shown.propertyNames())
                .contains(
                        "id",
                        "name",
                        "title",
                        "notes",
                        "metadata_created",
                        "metadata_modified",
                        "organization",
                        "groups",
                        "tags",
                        "resources");
        assertThat(shown.path("resources")
                        .valueStream()
                        .map(each -> each.path("url").asString()))
                .anyMatch(url -> url.endsWith("/open-data/" + OCEAN + "/rows.csv"));

        var posted = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/action/package_show"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"id\": \"" + OCEAN + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(JSON.readTree(posted.body()).path("result")).isEqualTo(shown);
    }

    @Test
    void lists_status_and_groups_answer_as_clients_expect() {
        assertThat(ckan("status_show").path("success").asBoolean()).isTrue();
        assertThat(ckan("package_list?limit=3").path("result")).hasSize(3);
        assertThat(ckan("organization_list").path("result")).isNotEmpty();
        assertThat(ckan("organization_list?all_fields=true")
                        .path("result")
                        .get(0)
                        .path("title")
                        .asString())
                .isNotEmpty();
        assertThat(ckan("group_list").path("result").valueStream().map(JsonNode::asString))
                .contains("201");
        assertThat(ckan("group_show?id=201").path("result").path("title").asString())
                .isEqualTo("综合政务");
    }

    @Test
    void what_is_missing_not_open_or_nonsense_is_refused_in_the_interface_s_own_words() {
        var missing = open("/api/3/action/package_show?id=nope");
        assertThat(missing.status()).isEqualTo(404);
        var error = JSON.readTree(missing.bytes());
        assertThat(error.path("success").asBoolean()).isFalse();
        assertThat(error.path("error").path("__type").asString()).isEqualTo("Not Found Error");
        // the population register is in the catalog, but not for everybody
        assertThat(open("/api/3/action/package_show?id=101001-000001").status()).isEqualTo(404);
        assertThat(open("/open-data/101001-000001").status()).isEqualTo(404);
        assertThat(open("/dataset/101001-000001.ttl").status()).isEqualTo(404);
        assertThat(new String(open("/catalog.ttl").bytes(), StandardCharsets.UTF_8))
                .doesNotContain("101001-000001");

        assertThat(open("/api/3/action/package_search?rows=many").status()).isEqualTo(409);
        assertThat(open("/api/3/action/package_search?sort=colour").status()).isEqualTo(409);
        assertThat(open("/api/3/action/package_search?fq=metadata_modified:%5Bnever+TO+*%5D")
                        .status())
                .isEqualTo(409);
        assertThat(open("/api/3/action/package_delete?id=" + OCEAN).status()).isEqualTo(400);
    }

    @Test
    void rows_are_downloaded_as_csv_json_and_xlsx() {
        var csv = new String(open("/open-data/" + OCEAN + "/rows.csv").bytes(), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\ufeff年份/季度,环翠区（亿元）").contains("201902,83.18");
        assertThat(csv.lines()).hasSize(25);
        var json = JSON.readTree(open("/open-data/" + OCEAN + "/rows.json").bytes());
        assertThat(json).hasSize(24);
        assertThat(json.get(0).path("环翠区（亿元）").asString()).isEqualTo("83.18");
        var xlsx = open("/open-data/" + OCEAN + "/rows.xlsx").bytes();
        assertThat(new String(xlsx, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        assertThat(open("/open-data/206001-000002/rows.csv").status()).isEqualTo(404);
    }

    @Test
    void a_visitor_finds_a_dataset_and_draws_another_column() {
        var list = open("/open-data?text=海洋");
        assertThat(list.text()).contains("威海市海洋生产总值（分区市）信息").doesNotContain("人口基本信息");

        var dataset = list.follow("威海市海洋生产总值");
        assertThat(dataset.html().select("svg.zt-chart rect")).hasSizeGreaterThan(10);
        assertThat(dataset.text()).contains("数据覆盖：山东省威海市");
        var other = open(dataset.path() + "?series=2");
        assertThat(other.html().select("option[selected]").text()).isEqualTo("荣成市（亿元）");
        var vessels = open("/open-data/206001-000001");
        assertThat(vessels.text()).contains("建造完工日期").contains("2181-02-06").contains("351");
    }
}
