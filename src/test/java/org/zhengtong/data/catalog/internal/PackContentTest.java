package org.zhengtong.data.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhengtong.data.catalog.CatalogListing.Query;
import org.zhengtong.data.catalog.CatalogRule;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.RuleFinding;

/** The pack's real lists come in as they are, and what is wrong with them is said. */
class PackContentTest {
    private final CatalogRoom room = CatalogRoom.withPack();

    private Resource require(String external) {
        return room.resources.findByExternalId(external).orElseThrow();
    }

    @Test
    void fifty_six_catalogs_with_their_files_and_services_are_there() {
        assertThat(room.jdbc
                        .sql("select count(*) from catalog.resource where external_id <> ''")
                        .query(Long.class)
                        .single())
                .isEqualTo(56);
        assertThat(room.jdbc
                        .sql("select kind || count(*) from catalog.distribution group by kind order by kind")
                        .query(String.class)
                        .list())
                .containsExactly("FILE710", "SERVICE42");
        assertThat(room.search.list(Query.all(100), false)).hasSize(76);
    }

    @Test
    void impossible_dates_missing_rows_and_odd_numbers_are_reported_and_not_mended() {
        var vessels = require("a134c04cda564f4bab096b3e1b4fa9c4");

        var findings = room.reading.findings(vessels);

        assertThat(findings)
                .contains(RuleFinding.of(CatalogRule.RECORDS_DIFFER, "recordCount", 351, 352))
                .anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo(CatalogRule.ROWS_DATE_IMPOSSIBLE);
                    assertThat(finding.args()).containsExactly("建造完工日期", "350", "2181-02-06");
                });
        assertThat(room.datasets.rows(vessels.id(), 0, 1).getFirst()).contains("2181-02-06 00:00:00.0");
        assertThat(room.reading.findings(require("20201113144849155900")))
                .extracting(RuleFinding::rule)
                .contains(CatalogRule.EXTERNAL_ID_ODD, CatalogRule.PROVIDER_UNKNOWN, CatalogRule.SUMMARY_MISSING);
        assertThat(room.search.list(Query.all(100), false).stream()
                        .filter(each -> room.reading.findings(each).stream()
                                .anyMatch(finding -> finding.rule() == CatalogRule.DOMAIN_UNKNOWN
                                        && finding.args().contains("暂无"))))
                .hasSize(5);
    }

    @Test
    void the_five_base_registers_have_their_resources() {
        for (var item : new String[] {"101", "102", "103", "104", "105"}) {
            assertThat(room.search.list(Query.all(100), false).stream()
                            .filter(each -> each.code().item().equals(item)))
                    .as(item)
                    .isNotEmpty();
        }
        var population =
                room.resources.find("", new ResourceCode("101001/000001")).orElseThrow();
        assertThat(population.metadata().items()).hasSize(9);
        assertThat(population.open()).isFalse();
        assertThat(room.reading.namedBy(population.code())).isNotEmpty();
    }

    @Test
    void the_same_pack_again_changes_nothing() {
        room.importPack();

        assertThat(room.jdbc
                        .sql("select max(version) from catalog.resource")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(room.jdbc
                        .sql("select count(*) from catalog.stored_row")
                        .query(Long.class)
                        .single())
                .isEqualTo(376);
    }

    @Test
    void serial_numbers_of_the_pack_are_not_given_again() {
        assertThat(room.resources.nextSerial("326002")).isEqualTo(2);
    }

    @Test
    void coverage_counts_classes_and_departments() {
        var coverage = room.search.coverage();

        assertThat(coverage).anySatisfy(each -> {
            assertThat(each.provider()).isEqualTo("威海市工业和信息化局");
            assertThat(each.resources()).isEqualTo(6);
            assertThat(each.classes()).isBetween(2L, 6L);
        });
    }
}
