package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.service.casework.MyCases.Filter;
import org.zhengtong.service.casework.MyCases.Show;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** An applicant reaches each of his cases, however many they are, and each heading counts what its pages hold. */
@PlatformTest
class MyCasesTest {

    private static final int SIZE = 3;

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private MyCases mine;

    @Autowired
    private Cases cases;

    @Autowired
    private SettableClock clock;

    private CaseworkFixtures cast;

    @BeforeEach
    void on_a_monday() {
        clock.set(SettableClock.MONDAY_TEN);
        cast = CaseworkFixtures.of(platform);
    }

    /** All pages of a list, one after the other. */
    private ArrayList<CaseReading.Summary> all(Filter filter) {
        var all = new ArrayList<CaseReading.Summary>();
        var after = "";
        do {
            var page = mine.list(filter, after, SIZE, cast.wangHaiyan());
            all.addAll(page.cases());
            after = page.next();
        } while (!after.isEmpty());
        return all;
    }

    private int count(Show show, String text) {
        return mine.list(new Filter(Show.ALL, text), "", 1, cast.wangHaiyan())
                .counts()
                .getOrDefault(show, 0);
    }

    @Test
    void the_pages_together_hold_each_case_once_the_latest_first() {
        var first = cast.filed();
        cast.filed();
        clock.set("2026-03-02T10:00:01");
        cast.filed();
        var last = cast.accepted();

        var found = all(new Filter(Show.ALL, ""));

        assertThat(found)
                .extracting(CaseReading.Summary::number)
                .doesNotHaveDuplicates()
                .contains(first, last);
        assertThat(found).extracting(CaseReading.Summary::filedAt).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(found).hasSize(count(Show.ALL, ""));
        assertThat(mine.numbers(cast.wangHaiyan())).hasSize(found.size());
    }

    @Test
    void each_heading_holds_what_it_counts() {
        var asked = cast.filed();
        cases.requestSupplement(
                asked,
                List.of(new SupplementItem("/materials/charter", "公司章程", "最后一页缺签名，请补上。")),
                cast.sunJingAtTheWindow());
        cast.accepted();

        for (var show : Show.values()) {
            assertThat(all(new Filter(show, "")))
                    .as(show.name())
                    .hasSize(count(show, ""))
                    .allMatch(each -> show.holds(each.state()));
        }
        assertThat(all(new Filter(Show.MINE_TO_ACT, "")))
                .extracting(CaseReading.Summary::number)
                .contains(asked);
    }

    @Test
    void a_case_is_found_by_its_number_with_and_without_hyphens_and_by_a_part_of_it() {
        var number = cast.filed();
        var packed = number.value().replace("-", "");

        for (var text :
                List.of(number.value(), packed, packed.substring(0, 18), "20260302-" + packed.substring(14, 18))) {
            assertThat(all(new Filter(Show.ALL, text)))
                    .as(text)
                    .extracting(CaseReading.Summary::number)
                    .contains(number);
        }
        assertThat(all(new Filter(Show.ALL, number.value()))).hasSize(1);
        assertThat(all(new Filter(Show.ALL, "没有这样的公司"))).isEmpty();
        assertThat(all(new Filter(Show.ALL, "%"))).isEmpty();
    }

    @Test
    void a_page_mark_that_is_none_shows_the_first_page() {
        cast.filed();
        var first = mine.list(new Filter(Show.ALL, ""), "", SIZE, cast.wangHaiyan());

        for (var forged :
                List.of("x", "2026-13-40T00:00:00Z_1", "2026-03-02T02:00:00Z_99999999999999999999", "'; --")) {
            assertThat(mine.list(new Filter(Show.ALL, ""), forged, SIZE, cast.wangHaiyan()))
                    .isEqualTo(first);
        }
    }
}
