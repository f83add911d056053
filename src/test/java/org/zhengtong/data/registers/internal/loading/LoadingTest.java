package org.zhengtong.data.registers.internal.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.data.registers.RegistersFixtures.LI;
import static org.zhengtong.data.registers.RegistersFixtures.MARCH;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.LoadReport;
import org.zhengtong.data.registers.LoadReport.Counts;
import org.zhengtong.data.registers.LoadRequest;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RecordQuery;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.data.registers.RegisterLoading.RowFault;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RegistersFixtures;
import org.zhengtong.data.registers.RegistersFixtures.RowsInMemory;
import org.zhengtong.data.registers.RowSource;

/** Rows are checked by set, wrong ones set aside with reasons, the rest merged with history; the report adds up. */
class LoadingTest {

    private static final RegisterCode PEOPLE = new RegisterCode("people");
    private static final String COLUMNS = "公民身份号码|姓名|性别|出生日期|户籍地|手机|身高|收入|参保|备注";
    private static final String WANG = "110105194912310020|王海燕|女|1949年12月31日|370102|13800000426|1,65|1,234.50|是|A note";
    private static final String ZHANG = "11010519491231002X|张 伟|男|1949/12/31|370102001|13800000427|175|0.10|否|";
    private static final String LI_NA = "ａ1010519491231002X|李娜|3|1949-02-30|37010|1380000042|20|-1|也许|lower";

    private final RegistersFixtures room = RegistersFixtures.start();

    @BeforeEach
    void defines_the_register() {
        room.define(RegistersFixtures.PEOPLE);
    }

    @AfterEach
    void closes() {
        room.close();
    }

    private LoadReport load(String reference, LocalDate from, String... rows) {
        return room.load(PEOPLE, reference, from, RowsInMemory.of(COLUMNS, rows));
    }

    @Test
    void a_good_row_is_stored_typed_and_the_digests_agree() {
        var report = load("one", MARCH, ZHANG);

        assertThat(report.counts()).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(report.digestsAgree()).isTrue();
        assertThat(report.receipt()).isNotNull();
        var row = room.jdbc()
                .sql("select name, sex, born, height, income, insured, note, zt_valid_from from"
                        + " registers.people__current")
                .query()
                .singleRow();
        assertThat(row).containsEntry("name", "张 伟").containsEntry("sex", "1").containsEntry("height", 175L);
        assertThat(row.get("born")).hasToString("1949-12-31");
        assertThat(row.get("income")).hasToString("0.1");
        assertThat(row).containsEntry("insured", false).containsEntry("note", null);
    }

    @Test
    void what_can_be_brought_into_the_kept_form_is() {
        load(
                "one",
                MARCH,
                WANG.replace("110105194912310020", "11010519491231002x").replace("1,65", "１６５"));

        var row = room.jdbc()
                .sql("select number, sex, born, height, income, insured from registers.people__current")
                .query()
                .singleRow();
        assertThat(row).containsEntry("number", "11010519491231002X").containsEntry("sex", "2");
        assertThat(row).containsEntry("height", 165L).containsEntry("insured", true);
        assertThat(row.get("born")).hasToString("1949-12-31");
        assertThat(row.get("income")).hasToString("1234.5");
    }

    @Test
    void a_wrong_row_is_set_aside_with_every_column_rule_and_reason() {
        var report = load("one", MARCH, ZHANG, LI_NA);

        assertThat(report.counts()).isEqualTo(new Counts(2, 1, 0, 1));
        assertThat(report.digestsAgree()).isTrue();
        var aside = room.bean(RegisterLoading.class).setAside(report.id(), 0, 10);
        assertThat(aside).hasSize(1);
        assertThat(aside.getFirst().row()).isEqualTo(2);
        assertThat(aside.getFirst().values()).containsEntry("姓名", "李娜").containsEntry("性别", "3");
        assertThat(aside.getFirst().faults())
                .extracting(RowFault::column, RowFault::rule)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("公民身份号码", "citizen_number"),
                        org.assertj.core.groups.Tuple.tuple("性别", "code"),
                        org.assertj.core.groups.Tuple.tuple("出生日期", "date"),
                        org.assertj.core.groups.Tuple.tuple("户籍地", "division"),
                        org.assertj.core.groups.Tuple.tuple("手机", "mobile"),
                        org.assertj.core.groups.Tuple.tuple("身高", "least"),
                        org.assertj.core.groups.Tuple.tuple("收入", "least"),
                        org.assertj.core.groups.Tuple.tuple("参保", "yes_no"),
                        org.assertj.core.groups.Tuple.tuple("备注", "pattern"));
    }

    @Test
    void a_second_load_writes_only_what_differs_and_keeps_what_was() {
        load("one", MARCH, ZHANG, citizen(1, "李娜"), citizen(2, "赵宁"));

        var second = load("two", MARCH.plusDays(9), ZHANG, citizen(1, "李娜娜"), citizen(3, "周敏"));

        assertThat(second.counts()).isEqualTo(new Counts(3, 2, 1, 0));
        assertThat(second.digestsAgree()).isTrue();
        var past = room.jdbc()
                .sql("select name, zt_valid_from, zt_valid_to, zt_superseded_at from registers.people__history")
                .query()
                .singleRow();
        assertThat(past).containsEntry("name", "李娜").containsEntry("zt_superseded_at", null);
        assertThat(past.get("zt_valid_to")).hasToString("2026-03-10");
        assertThat(room.bean(org.zhengtong.data.registers.Registers.class)
                        .size(PEOPLE)
                        .records())
                .isEqualTo(4);
    }

    @Test
    void the_same_day_again_corrects_instead_of_changing() {
        load("one", MARCH, citizen(1, "李娜"));

        load("two", MARCH, citizen(1, "李娜娜"));

        var past = room.jdbc()
                .sql("select zt_valid_to, zt_superseded_at from registers.people__history")
                .query()
                .singleRow();
        assertThat(past.get("zt_valid_to")).isNull();
        assertThat(past.get("zt_superseded_at")).isNotNull();
    }

    @Test
    void rows_older_than_what_is_stored_are_set_aside() {
        load("one", MARCH, citizen(1, "李娜"), citizen(2, "赵宁"));

        var older = load("two", MARCH.minusDays(1), citizen(1, "李小娜"), citizen(2, "赵宁"));

        assertThat(older.counts()).isEqualTo(new Counts(2, 0, 1, 1));
        assertThat(rules(older)).containsExactly("older");
    }

    @Test
    void a_key_that_comes_twice_is_taken_once() {
        var report = load("one", MARCH, citizen(1, "李娜"), citizen(2, "赵宁"), citizen(1, "李小娜"));

        assertThat(report.counts()).isEqualTo(new Counts(3, 2, 0, 1));
        assertThat(rules(report)).containsExactly("duplicate");
        assertThat(report.digestsAgree()).isTrue();
    }

    @Test
    void a_source_without_required_items_changes_known_records_only() {
        load("one", MARCH, citizen(1, "李娜"));

        var partial = room.load(
                PEOPLE,
                "two",
                MARCH.plusDays(1),
                RowsInMemory.of("number|insured", number(1) + "|是", number(2) + "|否"));

        assertThat(partial.counts()).isEqualTo(new Counts(2, 1, 0, 1));
        assertThat(rules(partial)).containsExactly("unknown_key");
        assertThat(room.jdbc()
                        .sql("select name, insured from registers.people__current")
                        .query()
                        .singleRow())
                .containsEntry("name", "李娜")
                .containsEntry("insured", true);
    }

    @Test
    void a_load_goes_on_where_its_ledger_ends_and_a_finished_one_does_nothing() {
        var rows = RowsInMemory.of("number|name", citizens(7).toArray(String[]::new));
        var loading = (BulkLoading) room.bean(RegisterLoading.class);
        var request = new LoadRequest(PEOPLE, "one", "one", Map.of(), MARCH, LI);
        var stopped = loading.load(request, rows, new StopsAfter(2), 2);
        assertThat(stopped.state()).isEqualTo(LoadReport.State.CANCELED);
        assertThat(stopped.counts().read()).isEqualTo(4);

        var done = loading.load(request, rows, RegisterLoading.LoadWatch.NONE, 2);

        assertThat(done.id()).isEqualTo(stopped.id());
        assertThat(done.counts()).isEqualTo(new Counts(7, 7, 0, 0));
        assertThat(done.digestsAgree()).isTrue();
        assertThat(loading.load(request, rows).endedAt()).isEqualTo(done.endedAt());
        assertThat(room.jdbc()
                        .sql("select count(*) from pg_tables where tablename like 'staging%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_source_that_dies_leaves_whole_chunks_and_goes_on_later() {
        var rows = RowsInMemory.of("number|name", citizens(7).toArray(String[]::new));
        var loading = (BulkLoading) room.bean(RegisterLoading.class);
        var request = new LoadRequest(PEOPLE, "one", "one", Map.of(), MARCH, LI);

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> loading.load(request, new DiesAfter(rows, 5), RegisterLoading.LoadWatch.NONE, 2))
                .hasMessageContaining("gone");
        var half = loading.loads(PEOPLE, null, 1).getFirst();
        assertThat(half.counts().addUp()).isTrue();
        assertThat(half.counts().read()).isEqualTo(4);

        assertThat(loading.load(request, rows, RegisterLoading.LoadWatch.NONE, 2)
                        .counts())
                .isEqualTo(new Counts(7, 7, 0, 0));
    }

    @Test
    void a_partitioned_register_loads_the_same_way() {
        room.define(RegistersFixtures.PEOPLE.replace("code: people", "code: many-people\npartitions: 4"));
        var many = new RegisterCode("many-people");

        var first = room.load(
                many, "one", MARCH, RowsInMemory.of("number|name", citizens(9).toArray(String[]::new)));
        var second = room.load(many, "two", MARCH.plusDays(1), RowsInMemory.of("number|name", citizen(1, "李娜")));

        assertThat(first.counts()).isEqualTo(new Counts(9, 9, 0, 0));
        assertThat(second.counts()).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(second.digestsAgree()).isTrue();

        var permit = RegistersFixtures.everything(room.bean(Registers.class).require(many));
        var reading = room.bean(RegisterReading.class);
        var key = new RecordKey(number(1));
        assertThat(reading.search(RecordQuery.all(many, 4), permit).records()).hasSize(4);
        assertThat(reading.changesAfter(many, 0, 20, permit)).hasSize(9);
        assertThat(reading.history(many, key, permit))
                .extracting(version -> version.record().values().get(new ItemName("name")))
                .containsExactly("李娜", "人1");
        assertThat(room.jdbc()
                        .sql("select count(distinct tableoid) from registers.many_people__current")
                        .query(Long.class)
                        .single())
                .isGreaterThan(1);
    }

    private List<String> rules(LoadReport report) {
        return room.bean(RegisterLoading.class).setAside(report.id(), 0, 10).stream()
                .flatMap(row -> row.faults().stream())
                .map(RowFault::rule)
                .toList();
    }

    private static List<String> citizens(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(each -> number(each) + "|人" + each)
                .toList();
    }

    private static String citizen(int which, String name) {
        return number(which) + "|" + name + "||||||||";
    }

    private static String number(int which) {
        return org.zhengtong.base.codes.CitizenNumber.completing("37010219900101" + (900 + which))
                .value();
    }

    /** Asks to stop after so many chunks. */
    private static final class StopsAfter implements RegisterLoading.LoadWatch {
        private final int chunks;
        private int seen;

        StopsAfter(int chunks) {
            this.chunks = chunks;
        }

        @Override
        public void done(Counts chunk) {
            seen++;
        }

        @Override
        public boolean canceled() {
            return seen >= chunks;
        }
    }

    /** A source whose line breaks. */
    private record DiesAfter(RowSource whole, int most) implements RowSource {
        @Override
        public List<String> columns() throws java.io.IOException {
            return whole.columns();
        }

        @Override
        public Rows open(@Nullable String cursor) throws java.io.IOException {
            var rows = whole.open(cursor);
            return new Rows() {
                private int read;

                @Override
                public @Nullable String @Nullable [] next() throws java.io.IOException {
                    if (read++ >= most) {
                        throw new java.io.IOException("the source is gone");
                    }
                    return rows.next();
                }

                @Override
                public String cursor() {
                    return rows.cursor();
                }

                @Override
                public void close() throws java.io.IOException {
                    rows.close();
                }
            };
        }
    }
}
