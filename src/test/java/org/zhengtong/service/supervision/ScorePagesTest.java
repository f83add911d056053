package org.zhengtong.service.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

/** The pages of scores: files for a spreadsheet, who may see what, what the public does not see. */
@PlatformTest
class ScorePagesTest {

    private static final String MARKET = "/staff/supervision/scores/370100.market-regulation";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext platform;

    @Autowired
    Scores scores;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    CaseworkFixtures cast;

    @BeforeEach
    void a_late_case() {
        thaw();
        cast = CaseworkFixtures.of(platform);
        clock.set("2026-10-12T10:00");
        cast.accepted();
        clock.set("2026-10-26T10:00");
        platform.getBean(Judgement.class).judge();
    }

    /** All classes share one database: what is frozen here must not close months for others. */
    @AfterEach
    void thaw() {
        for (var table : new String[] {"score_line", "score", "score_month", "manual_point"}) {
            jdbc.sql("delete from supervision." + table + " where month >= date '2026-09-01'")
                    .update();
        }
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void the_league_leads_to_the_department_the_rule_and_the_card() {
        var zhou = zhou();
        var league = zhou.open("/staff/supervision/scores?of=2026-10&level=prefecture");

        assertThat(league.status()).isEqualTo(200);
        assertThat(league.html().select("a[href^='" + MARKET + "']")).isNotEmpty();
        var score = zhou.open(MARKET + "?of=2026-10");
        var rule = score.html().select("a[href*='rule=2026:']").first();
        var filtered = zhou.open(Objects.requireNonNull(rule).attr("href").replaceFirst("#.*", ""));
        var card = filtered.html().select("table a[href*='/cards/']").first();
        assertThat(zhou.open(Objects.requireNonNull(card).attr("href")).status())
                .isEqualTo(200);
    }

    @Test
    void the_league_is_a_file_for_a_spreadsheet_in_two_formats() throws IOException {
        var csv = zhou().open("/staff/supervision/scores.csv?of=2026-10");
        assertThat(csv.mediaType()).startsWith("text/csv");
        assertThat(new String(csv.bytes(), StandardCharsets.UTF_8)).contains("370100.market-regulation");

        var xlsx = zhou().open("/staff/supervision/scores.xlsx?of=2026-10&span=quarter&sort=cards");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx.bytes()));
                var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.anyMatch(row -> row.getCellText(1).equals("370100.market-regulation")))
                    .isTrue();
        }
    }

    @Test
    void a_department_sees_its_own_score_and_no_other() {
        var zhao = Visitor.at(port).signedInAs("赵宁");

        assertThat(zhao.open("/staff/supervision/scores").text()).contains("济南市市场监督管理局");
        assertThat(zhao.open(MARKET + "?of=2026-10").text()).contains("基础分").doesNotContain("记入这个月");
        assertThat(zhao.open("/staff/supervision/scores/370100.taxation").status())
                .isEqualTo(403);
        assertThat(Visitor.at(port)
                        .signedInAs("孙静")
                        .open("/staff/supervision/scores")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void points_are_given_on_the_page_and_refused_beside_the_field() {
        var zhou = zhou();
        var refused = zhou.open(MARKET + "?of=2026-10")
                .form("记入这个月")
                .fill("points", "很多")
                .fill("reason", "全省业务竞赛第一名，按办法加分。")
                .submit();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorAt("points")).isNotEmpty();

        var given = refused.form("记入这个月").fill("points", "+0.5").submit();

        assertThat(given.text()).contains("全省业务竞赛第一名，按办法加分。");
        assertThat(given.form("撤销这一项").fill("reason", "竞赛结果更正，撤销加分。").submit().text())
                .doesNotContain("全省业务竞赛第一名");
        assertThatThrownBy(() -> scores.takeBackPoints(999_999_999, "没有这一项，撤销不了。", cast.staff("sd-0001")))
                .isInstanceOf(ProblemException.class);
    }

    /** 公开的得分不出现办件、个人，也不出现正在申诉的牌. */
    @Test
    void the_public_sees_frozen_months_without_cases_persons_and_cards_under_appeal() {
        var visitor = Visitor.at(port);
        assertThat(visitor.open("/supervision/370100.market-regulation?of=2026-10")
                        .status())
                .isEqualTo(404);
        var zhao = Visitor.at(port).signedInAs("赵宁");
        var card = zhao.open(MARKET + "?of=2026-10")
                .html()
                .select("table a[href*='/cards/']")
                .last();
        zhao.open(Objects.requireNonNull(card).attr("href"))
                .form("申诉")
                .fill("reason", "当天停电，系统无法办理，有供电公司证明。")
                .submit();
        clock.set("2026-11-03T10:00");
        assertThat(zhou().open("/staff/supervision/scores?of=2026-10")
                        .press("冻结 2026年10月")
                        .text())
                .contains("已冻结");

        var league = visitor.open("/supervision?of=2026-10");
        var page = visitor.open("/supervision/370100.market-regulation?of=2026-10");

        assertThat(league.text()).contains("济南市市场监管局").doesNotContain("周敏");
        assertThat(page.text()).contains("张牌正在申诉").doesNotContain("周敏", "王海燕");
        assertThat(page.text()).doesNotContainPattern("[0-9]{6}-[0-9]{8}-[0-9]{4}");
    }

    @Test
    void addresses_that_make_no_sense_are_answered_all_the_same() {
        var zhou = zhou();
        for (var query :
                new String[] {"of=%2B999999999-01", "page=2147483647", "span=x&level=y&sort=z", "of=2026-13"}) {
            assertThat(zhou.open("/staff/supervision/scores?" + query).status())
                    .as(query)
                    .isEqualTo(200);
        }
        assertThat(zhou.open("/staff/supervision/scores/nonsense").status()).isEqualTo(400);
        assertThat(zhou.open("/staff/supervision/rules/none").status()).isEqualTo(404);
        assertThat(zhou.open("/staff/supervision/simulations/999999999").status())
                .isEqualTo(404);
    }

    private Visitor zhou() {
        return Visitor.at(port).signedInAs("周敏");
    }
}
