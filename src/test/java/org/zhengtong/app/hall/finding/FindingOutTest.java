package org.zhengtong.app.hall.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.service.items.ItemQuery;
import org.zhengtong.service.items.ServiceItems;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

@PlatformTest
class FindingOutTest {

    private static final String COMPANY = "/items/11370100509819318T3000131001001";
    private static final List<DivisionCode> COUNTY = List.of(new DivisionCode("370104"));

    @LocalServerPort
    int port;

    @Autowired
    ServiceItems items;

    private Visitor visitor;

    @BeforeEach
    void newcomer() {
        visitor = Visitor.at(port);
    }

    @Test
    void the_home_page_leads_to_a_guide_by_search_and_by_life_event() {
        var home = visitor.open("/");

        assertThat(home.status()).isEqualTo(200);
        assertThat(home.html().select("h1").text()).isEqualTo("您要办什么事？");
        assertThat(home.html().select(".zt-events a[href='/items?event=marriage']"))
                .hasSize(1);
        assertThat(visitor.open("/items?q=%E5%BC%80%E5%85%AC%E5%8F%B8")
                        .html()
                        .select(".zt-rows a")
                        .first()
                        .attr("href"))
                .isEqualTo(COMPANY);
    }

    @Test
    void the_guide_tells_conditions_materials_lanes_limits_and_law() {
        var guide = visitor.open(COMPANY).html();

        assertThat(guide.select(".zt-keyfacts").text()).contains("3 个工作日", "45 个工作日", "不收费");
        assertThat(guide.select("#materials tbody tr")).hasSize(10);
        assertThat(guide.select(".zt-lane")).hasSize(6);
        assertThat(guide.select(".zt-ruler .due")).hasSize(1);
        assertThat(guide.select("#law details")).hasSize(9).allMatch(law -> !law.hasAttr("open"));
        assertThat(guide.select("a.btn-primary[href='" + COMPANY + "/application']"))
                .isNotEmpty();
        assertThat(visitor.open(COMPANY + "?view=print").html().select("#law details[open]"))
                .hasSize(9);
    }

    @Test
    void every_guide_of_the_demo_county_opens_and_says_what_is_not_filled_in() {
        String after = null;
        var opened = 0;
        do {
            var results = items.search(new ItemQuery("", COUNTY, null, null, null, null, after, 200));
            for (var item : results.items()) {
                var guide = visitor.open("/items/" + item.code().value());
                assertThat(guide.status()).as(item.name()).isEqualTo(200);
                assertThat(guide.html().select("h1").text())
                        .isEqualTo(item.name().replaceAll("\\s+", " "));
                assertThat(guide.text()).contains("还没有填写", "广安区");
                opened++;
            }
            after = results.next();
        } while (after != null);

        assertThat(opened).isEqualTo(1135);
    }

    @Test
    void a_place_is_kept_for_later_pages() {
        visitor.open("/?place=370202");

        assertThat(visitor.open("/items").text()).contains("市南区");
        assertThat(visitor.open("/?place=999999").status()).isEqualTo(200);
    }

    @Test
    void an_unknown_item_is_a_page_that_says_what_to_do() {
        var page = visitor.open("/items/511A0000000000-511602000000-000-1-1-00");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("没有找到这个事项");
    }

    @Test
    void nothing_found_says_what_to_try_next() {
        assertThat(visitor.open("/items?q=qqqqqq").text()).contains("没有找到", "按部门查找");
    }

    @Test
    void the_pages_are_complete_in_english() {
        visitor.open("/?lang=en");

        for (var path : List.of("/", "/items", COMPANY, "/departments", "/places")) {
            var chinese = visitor.open(path).html();
            chinese.select("[lang=zh-CN], .zt-foot, .zt-mast, input, option, title")
                    .remove();
            assertThat(chinese.body().text()).as(path).doesNotContainPattern("hall\\.[a-z]+\\.");
        }
    }

    @Test
    void public_pages_stay_light() {
        assertThat(visitor.open("/").html().select("link[rel=stylesheet], script[src], img"))
                .hasSizeLessThanOrEqualTo(9);
    }
}
