package org.zhengtong.base.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.testing.PlatformTest;

@PlatformTest
class ImportingPacksTest {

    private static final Actor HE_PING = new Actor(Actor.Kind.STAFF, "1", "何平");

    @Autowired
    Packs packs;

    @Autowired
    JdbcClient jdbc;

    @Test
    void skips_a_pack_whose_content_is_imported_already() {
        var outcome = packs.importPack(packs.open("shandong"));

        assertThat(outcome).isInstanceOf(PackImportOutcome.Unchanged.class);
    }

    @Test
    void tells_all_errors_of_three_files_with_file_and_line_and_changes_nothing() {
        var before = fingerprint();
        var pack = spoiled(Map.of(
                "items/themes.yaml", "life_events:\n  - code: x\n    gruop: PERSON\n    words: [a]\n",
                "items/demo-county.csv",
                        "department,main_item,item_name,item_code,area_code,task_type,task_type_name,dept_code,guide_url\n"
                                + "区民政局,未分类,临时救助,不是编码,511602000000,20,公共服务,1,\n"
                                + "区月球局,未分类,临时救助,511A0138000000-511602000000-000-1-1-00,511602000000,77,公共服务,1,\n",
                "items/guides/tax-registration.yaml", "item:\n  name: [broken\n"));

        var outcome = packs.importAgain(pack, HE_PING);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PackImportOutcome.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.file() + ":" + error.line() + " " + error.messageKey())
                                .contains(
                                        "items/themes.yaml:3 pack.unknown_field",
                                        "items/themes.yaml:2 pack.missing_value",
                                        "items/demo-county.csv:2 items.pack.wrong_code",
                                        "items/demo-county.csv:3 pack.wrong_value",
                                        "items/demo-county.csv:3 items.pack.unmapped_department",
                                        "items/guides/tax-registration.yaml:2 pack.broken_tree"));
        assertThat(fingerprint()).isEqualTo(before);
        assertThat(packs.imported())
                .filteredOn(imported -> imported.name().equals("spoiled"))
                .singleElement()
                .satisfies(imported -> {
                    assertThat(imported.inForce()).isNull();
                    assertThat(imported.lastAttempt().by()).isEqualTo("何平");
                    assertThat(imported.lastAttempt().errors()).hasSizeGreaterThan(5);
                });
    }

    @Test
    void refuses_a_pack_that_is_not_there() {
        assertThat(packs.importPack(packs.open("atlantis")))
                .isInstanceOfSatisfying(
                        PackImportOutcome.Refused.class,
                        refused -> assertThat(refused.errors())
                                .contains(new PackError("pack.yaml", 0, "pack.missing_file", java.util.List.of())));
    }

    private PackReader spoiled(Map<String, String> texts) {
        var sources = new TreeMap<String, PackFile.Source>();
        for (var file : packs.open("shandong").files()) {
            sources.put(file.path(), () -> new java.io.ByteArrayInputStream(file.bytes()));
        }
        texts.forEach((path, text) -> sources.put(
                path, () -> new java.io.ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        return PackReader.of("spoiled", sources);
    }

    /** Number and content of what packs bring, table by table. */
    private String fingerprint() {
        return jdbc.sql("""
                select string_agg(line, ' ' order by line)
                from (
                    select 'items ' || count(*) || ' ' || md5(string_agg(code || version || name, '' order by code))
                    from items.item
                    union all
                    select 'versions ' || count(*) from items.item_version
                    union all
                    select 'events ' || md5(string_agg(code || name, '' order by code)) from items.life_event
                    union all
                    select 'packs ' || md5(string_agg(name || digest, '' order by name)) from pack.imported_pack
                ) as lines (line)
                """).query(String.class).single();
    }
}
