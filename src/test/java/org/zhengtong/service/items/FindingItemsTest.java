package org.zhengtong.service.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.testing.PlatformTest;

@PlatformTest
class FindingItemsTest {

    private static final ItemCode COMPANY = new ItemCode("11370100509819318T3000131001001");
    private static final DivisionCode COUNTY = new DivisionCode("370104");
    private static final List<DivisionCode> PLACE =
            List.of(COUNTY, new DivisionCode("370100"), new DivisionCode("370000"));

    @Autowired
    ServiceItems items;

    @Test
    void the_demo_county_holds_the_whole_list() {
        assertThat(items.countsByDivision(List.of(COUNTY))).containsEntry(COUNTY, 1135L);
        assertThat(items.search(ItemQuery.all(PLACE, 1)).total()).isEqualTo(1152);
    }

    @Test
    void ranks_the_exact_name_before_names_that_begin_with_it_before_names_that_hold_it() {
        var names = names(found("公司设立登记"));

        assertThat(names.getFirst()).isEqualTo("公司设立登记");
        assertThat(names).contains("分公司设立登记");
    }

    @Test
    void finds_words_of_two_characters_and_several_words_at_once() {
        assertThat(names(found("退休")).subList(0, 8)).allMatch(name -> name.contains("退休"));
        assertThat(names(found("养老保险 转移"))).isNotEmpty().allMatch(name -> name.contains("养老保险"));
    }

    @Test
    void finds_items_by_what_people_call_them() {
        assertThat(names(found("开公司"))).startsWith("企业设立登记");
        assertThat(names(found("低保"))).contains("最低生活保障");
        assertThat(names(found("营业执照"))).startsWith("企业设立登记");
    }

    @Test
    void shows_items_that_hold_most_of_the_words_when_none_holds_all() {
        var results = items.search(query("补办居民身份证手续", null, null));

        assertThat(results.loose()).isTrue();
        assertThat(names(results)).anyMatch(name -> name.contains("居民身份证"));
    }

    @Test
    void counts_what_every_filter_would_leave() {
        var results = found("登记");
        var department = results.facets().departments().getFirst();

        var filtered = items.search(
                new ItemQuery("登记", PLACE, new DepartmentId(department.value()), null, null, null, null, 10));

        assertThat(filtered.total()).isEqualTo(department.items());
        assertThat(results.facets().departments().stream()
                        .mapToLong(ItemFacets.Count::items)
                        .sum())
                .isEqualTo(results.total());
    }

    @Test
    void pages_through_everything_without_gap_or_repetition() {
        var seen = new HashSet<ItemCode>();
        String after = null;
        var rows = 0;
        do {
            var results = items.search(query("许可", null, after));
            results.items().forEach(item -> seen.add(item.code()));
            rows += results.items().size();
            after = results.next();
        } while (after != null);

        assertThat(seen).hasSize(rows).hasSize((int) found("许可").total());
    }

    @Test
    void filters_by_life_event_and_target() {
        var results = items.search(query("", "marriage", null));

        assertThat(names(results)).contains("中国内地公民婚姻登记", "离婚登记预约");
        assertThat(results.facets().targets())
                .extracting(ItemFacets.Count::value)
                .contains("PERSON");
    }

    @Test
    void answers_odd_input_with_nothing_rather_than_a_failure() {
        assertThat(found("%_'\"\\;--").total()).isEqualTo(1152);
        assertThat(found("ZZZZZZ").total()).isZero();
        assertThat(items.search(query("", null, "nonsense")).items()).isNotEmpty();
        assertThat(found("a".repeat(10_000)).total()).isZero();
    }

    @Test
    void keeps_the_full_guide_of_the_joint_item() {
        var item = items.require(COMPANY);

        assertThat(item.guide().lanes()).hasSize(6);
        assertThat(item.guide().materials()).hasSize(10);
        assertThat(item.guide().laws()).extracting(LawArticle::article).contains("第十九条", "第四十二条");
        assertThat(item.limits().joint()).isNotNull();
        assertThat(item.online()).isTrue();
        assertThat(items.find(COMPANY, item.version())).contains(item);
    }

    private ItemResults found(String text) {
        return items.search(query(text, null, null));
    }

    private static ItemQuery query(String text, String lifeEvent, String after) {
        return new ItemQuery(text, PLACE, null, lifeEvent, null, null, after, 20);
    }

    private static List<String> names(ItemResults results) {
        return results.items().stream().map(ItemSummary::name).toList();
    }
}
