package org.zhengtong.service.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

/** The dashboard shows what the rooms count, and each figure leads to its cases. */
@PlatformTest
class SupervisionPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext platform;

    @Autowired
    SettableClock clock;

    CaseworkFixtures cast;

    @BeforeEach
    void cast() {
        cast = CaseworkFixtures.of(platform);
    }

    @AfterEach
    void monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void each_figure_leads_to_its_cases() {
        clock.set("2026-05-11T10:00");
        var number = cast.accepted();
        var zhou = zhou();

        var page = zhou.open("/staff/supervision");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select(".zt-map path")).hasSize(16);
        assertThat(page.html().select(".zt-league tbody tr")).hasSize(16);
        assertThat(page.text()).contains("没有审图号");
        for (var link : page.html().select(".zt-tally a").eachAttr("href")) {
            assertThat(zhou.open(link).status()).as(link).isEqualTo(200);
        }
        assertThat(zhou.open("/staff/supervision/cases?show=filed&period=today").text())
                .contains(number.value());
        zhou.open("/staff/supervision/cases?show=open").turnedTo(number.value());
    }

    @Test
    void a_city_shows_its_counties_and_a_file_holds_the_table() {
        var zhou = zhou();
        var city = zhou.open("/staff/supervision?within=370100&period=month");
        assertThat(city.html().select(".zt-league tbody th").eachText()).contains("历下区", "槐荫区");
        assertThat(city.html().select(".zt-map path")).hasSize(12);

        var file = zhou.open("/staff/supervision/export.csv?within=370000");
        assertThat(file.mediaType()).startsWith("text/csv");
        assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).contains("370100,济南市");
    }

    @Test
    void a_card_shows_its_arithmetic_its_events_and_proofs_that_hold_and_can_be_appealed_against() {
        clock.set("2026-06-01T10:00");
        var number = cast.accepted();
        clock.set("2026-06-12T10:00");
        var zhou = zhou();
        var judged = zhou.open("/staff/supervision").press("现在判断一遍");
        assertThat(judged.text()).contains("刚判断完");

        var card = platform
                .getBean(Cards.class)
                .list(new Cards.Filter(CardLevel.RED, null, null), cast.staff("sd-0001"), 1000)
                .stream()
                .filter(each ->
                        each.subject().equals(number.value()) && each.step().isEmpty())
                .findFirst()
                .orElseThrow();
        var address = "/staff/supervision/cards/" + card.id();
        var shown = zhou.open(address);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text()).contains("红牌").contains("6月1日").contains("受理").contains("2026");
        assertThat(shown.html().select(".zt-ruler")).isNotEmpty();
        assertThat(shown.html().select("#evidence .zt-timeline li")).isNotEmpty();

        var zhao = Visitor.at(port).signedInAs("赵宁");
        var refused = zhao.open(address).form("申诉").fill("reason", "不同意").submit();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorAt("reason")).isNotEmpty();
        var appealed = refused.form("申诉").fill("reason", "当天停电，系统无法办理，有供电公司证明。").submit();
        assertThat(appealed.text()).contains("申诉中");
        assertThat(zhou.open(address)
                        .form("撤回这张牌")
                        .fill("reason", "供电公司证明属实，同意撤回。")
                        .submit()
                        .text())
                .contains("已撤回");
    }

    @Test
    void lists_open_and_strangers_are_told_which_right_they_lack() {
        var zhou = zhou();
        for (var address : new String[] {"warnings", "cards", "rules", "cards?level=red&state=issued"}) {
            assertThat(zhou.open("/staff/supervision/" + address).status())
                    .as(address)
                    .isEqualTo(200);
        }
        assertThat(zhou.open("/staff/supervision/cards/999999999").status()).isEqualTo(404);
        var sun = Visitor.at(port).signedInAs("孙静");
        assertThat(sun.open("/staff/supervision").status()).isEqualTo(403);
        var administrator = Visitor.at(port).signedInAs("何平");
        assertThat(administrator.open("/staff/jobs").status()).isEqualTo(200);
        assertThat(administrator.open("/staff/mails").status()).isEqualTo(200);
    }

    private Visitor zhou() {
        return Visitor.at(port).signedInAs("周敏");
    }
}
