package org.zhengtong.data.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.data.connectors.ConnectorsFixtures.LI;
import static org.zhengtong.data.connectors.ConnectorsFixtures.rule;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.connectors.Contract.SourceColumn;
import org.zhengtong.data.registers.LoadReport.Counts;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.testing.RoomDatabase;

/** A department's database as a source: whole, by change, by key; tested, interrupted, changed. */
class DatabaseSourceTest {

    private static final Map<String, String> WHOLE = Map.of("table", "public.person", "mode", "WHOLE", "key", "sfzh");
    private static final List<SourceColumn> COLUMNS = List.of(
            new SourceColumn("sfzh", "text"),
            new SourceColumn("xm", "text"),
            new SourceColumn("xb", "text"),
            new SourceColumn("changed", "timestamptz"));

    @TempDir
    private Path folder;

    private ConnectorsFixtures room;
    private DataSource database;
    private JdbcClient theirs;

    @BeforeEach
    void starts() {
        room = ConnectorsFixtures.start(folder);
        database = RoomDatabase.with();
        theirs = JdbcClient.create(database);
        theirs.sql("create table person (sfzh text primary key, xm text, xb text, changed timestamptz default now())")
                .update();
        people(0, 100);
    }

    @AfterEach
    void ends() {
        room.close();
    }

    private void people(int from, int to) {
        theirs.sql("insert into person select n, '人' || right(n, 4), '男' from unnest(:numbers) n")
                .param(
                        "numbers",
                        IntStream.range(from, to)
                                .mapToObj(DatabaseSourceTest::number)
                                .toArray(String[]::new))
                .update();
    }

    private static String number(int n) {
        return CitizenNumber.completing("370102%d%02d01%03d".formatted(1900 + n / 1000, n % 12 + 1, n % 1000))
                .value();
    }

    private long contract(Map<String, String> reading) {
        return contract(reading, new Contract.Plan("", null, 0, Duration.ZERO));
    }

    private long contract(Map<String, String> reading, Contract.Plan plan) {
        var id = room.contract(room.database(database, RoomDatabase.password()), reading, plan);
        room.map(id, COLUMNS, Map.of("number", "sfzh", "name", "xm"));
        return id;
    }

    private long stored() {
        return room.jdbc()
                .sql("select count(*) from registers.people__current")
                .query(Long.class)
                .single();
    }

    @Test
    void a_whole_table_is_read_and_the_second_time_nothing_has_changed() {
        var contract = contract(WHOLE);

        var first = room.run(contract);
        assertThat(first.state()).isEqualTo(Run.State.DONE);
        assertThat(first.counts()).isEqualTo(new Counts(100, 100, 0, 0));
        assertThat(room.bean(RegisterLoading.class)
                        .find(first.load())
                        .orElseThrow()
                        .digestsAgree())
                .isTrue();

        assertThat(room.run(contract).counts()).isEqualTo(new Counts(100, 0, 100, 0));
    }

    @Test
    void by_change_only_what_changed_since_the_last_run_is_read() {
        var contract = contract(Map.of("table", "person", "mode", "CHANGED", "key", "sfzh", "change", "changed"));
        assertThat(room.run(contract).counts().written()).isEqualTo(100);

        theirs.sql("update person set xm = '新名', changed = now() + interval '1 second' where sfzh = :one")
                .param("one", number(7))
                .update();
        var second = room.run(contract);
        assertThat(second.counts()).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(room.contract(contract).watermark()).isNotEmpty();
    }

    @Test
    void looking_back_catches_what_was_committed_late() {
        var contract = contract(
                Map.of("table", "person", "mode", "CHANGED", "key", "sfzh", "change", "changed", "lookback", "600"));
        room.run(contract);
        people(100, 101);
        theirs.sql("update person set changed = changed - interval '5 minutes' where sfzh = :late")
                .param("late", number(100))
                .update();

        assertThat(room.run(contract).counts()).isEqualTo(new Counts(101, 1, 100, 0));
    }

    @Test
    void by_key_only_new_keys_are_read() {
        theirs.sql("create table entry (id bigint primary key, sfzh text, xm text)")
                .update();
        theirs.sql("insert into entry select 1000, sfzh, xm from person limit 1")
                .update();
        var contract = room.contract(
                room.database(database, RoomDatabase.password()),
                Map.of("table", "entry", "mode", "KEYS", "key", "id"));
        room.map(contract, List.of(), Map.of("number", "sfzh", "name", "xm"));
        assertThat(room.run(contract).counts().read()).isOne();
        assertThat(room.run(contract).counts().read()).isZero();

        theirs.sql("insert into entry select 99999999999, sfzh, xm from person offset 50 limit 1")
                .update();
        assertThat(room.run(contract).counts()).isEqualTo(new Counts(1, 1, 0, 0));
    }

    @Test
    void values_are_rewritten_by_the_mapping_and_bad_rows_are_set_aside_with_their_reason() {
        theirs.sql("alter table person add geboren text, add given text").update();
        theirs.sql("update person set xb = '  女 ', geboren = '31/12/1999', given = '春'")
                .update();
        theirs.sql("update person set geboren = '31/02/1999' where sfzh = :one")
                .param("one", number(3))
                .update();
        var contract = contract(WHOLE);
        room.connectors()
                .map(
                        contract,
                        List.of(
                                rule("number", Mapping.Way.COPY, "sfzh", ""),
                                rule("name", Mapping.Way.JOIN, "", "李{given}"),
                                rule("sex", Mapping.Way.CODES, "xb", "男=1\n女=2"),
                                rule("born", Mapping.Way.DATE, "geboren", "dd/MM/yyyy"),
                                rule("note", Mapping.Way.CONSTANT, "", "FROM POLICE")),
                        List.of(),
                        LI);

        var run = room.run(contract);
        assertThat(run.counts()).isEqualTo(new Counts(100, 99, 0, 1));
        assertThat(room.jdbc().sql("""
                select distinct name || sex || born || note from registers.people__current
                """).query(String.class).single()).isEqualTo("李春21999-12-31FROM POLICE");
        var bad = room.bean(RegisterLoading.class).setAside(run.load(), 0, 10).getFirst();
        assertThat(bad.faults().getFirst().item().value()).isEqualTo("born");
        assertThat(bad.values()).containsEntry("source.geboren", "31/02/1999");
    }

    @Test
    void a_column_that_is_gone_or_has_another_type_stops_the_run_before_a_row_is_written() {
        var contract = contract(WHOLE);
        theirs.sql("alter table person add phone text").update();
        assertThat(room.run(contract).notes()).containsExactly(JobNote.of("connectors.drift.new", "phone"));
        theirs.sql("alter table person rename xm to xingming").update();
        people(100, 110);

        var run = room.run(contract);
        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        assertThat(run.notes())
                .contains(JobNote.of("connectors.drift.gone", "xm"), JobNote.of(SourceFault.SCHEMA_CHANGED.key()));
        assertThat(stored()).isEqualTo(100);

        room.map(contract, List.of(), Map.of("number", "sfzh", "name", "xingming"));
        var mended = room.run(contract);
        assertThat(mended.id()).isEqualTo(run.id());
        assertThat(mended.counts()).isEqualTo(new Counts(110, 10, 100, 0));
    }

    @Test
    void a_key_that_comes_twice_or_is_empty_stops_the_run() {
        theirs.sql("alter table person drop constraint person_pkey").update();
        theirs.sql("insert into person select * from person limit 1").update();
        assertThat(room.run(contract(WHOLE)).notes()).contains(JobNote.of(SourceFault.KEY_NOT_UNIQUE.key(), "sfzh"));
    }

    @Test
    void outside_the_time_for_loading_a_run_waits_for_it() {
        room.clock().set(java.time.Instant.parse("2026-03-02T02:00:00Z"));
        var contract =
                contract(WHOLE, new Contract.Plan("", ConnectorsFixtures.window("20:00", "06:00"), 0, Duration.ZERO));

        assertThat(room.runs().start(contract, LI))
                .isEqualTo(new Runs.Started.Later(java.time.Instant.parse("2026-03-02T12:00:00Z")));
        assertThat(room.contract(contract).nextAt()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(stored()).isZero();
    }

    @Test
    void the_test_says_in_words_what_is_wrong() {
        var good = room.database(database, RoomDatabase.password());
        assertThat(tested(good).good()).isTrue();
        assertThat(fault(room.database(database, "wrong"))).isEqualTo(SourceFault.WRONG_PASSWORD);

        var settings = room.bean(ConnectorsFakes.Chosen.class);
        settings.choose("zhengtong.connectors.addresses", "10.0.0.0/8, 127.0.0.1:1");
        assertThat(fault(good)).isEqualTo(SourceFault.ADDRESS_NOT_ALLOWED);
        settings.choose("zhengtong.connectors.addresses", "localhost, 127.0.0.0/8, nowhere.invalid");
        assertThat(fault(changed(good, "database", "nothing"))).isEqualTo(SourceFault.NO_DATABASE);
        assertThat(fault(changed(good, "port", "1"))).isEqualTo(SourceFault.REFUSED);
        assertThat(fault(changed(good, "host", "nowhere.invalid"))).isEqualTo(SourceFault.UNKNOWN_HOST);
        assertThat(fault(changed(good, "product", "DAMENG"))).isEqualTo(SourceFault.NO_DRIVER);
    }

    private long changed(long source, String setting, String value) {
        var draft = new java.util.HashMap<>(room.source(source).settings());
        draft.put(setting, value);
        return room.connectors()
                .add(
                        new Source.Draft(
                                "另一个", ConnectorsFixtures.POLICE, SourceKind.JDBC, draft, RoomDatabase.password()),
                        LI);
    }

    private Source.Tested tested(long source) {
        return room.connectors().test(room.source(source), LI);
    }

    private SourceFault fault(long source) {
        var tested = tested(source);
        assertThat(tested.good()).isFalse();
        return SourceFault.valueOf(tested.note().key().replace("connectors.fault.", ""));
    }

    @Test
    void tables_and_columns_that_are_not_there_are_said_to_be_missing() {
        assertThat(room.run(contract(Map.of("table", "nobody", "mode", "WHOLE", "key", "sfzh")))
                        .notes())
                .containsExactly(JobNote.of(SourceFault.NO_TABLE.key(), "nobody"));
        assertThat(room.run(contract(Map.of("table", "person", "mode", "WHOLE", "key", "nothing")))
                        .notes())
                .containsExactly(JobNote.of(SourceFault.NO_COLUMN.key(), "nothing"));
        assertThat(room.runs().start(room.contract(room.database(database, "x"), WHOLE), LI))
                .isEqualTo(new Runs.Started.Refused(SourceFault.NO_MAPPING));
    }

    @Test
    void a_source_that_dies_half_way_leaves_a_run_that_goes_on() {
        people(100, 60_000);
        for (var way : List.of("enable_sort", "enable_seqscan", "enable_bitmapscan")) {
            theirs.sql("alter database "
                            + theirs.sql("select current_database()")
                                    .query(String.class)
                                    .single() + " set " + way + " = off")
                    .update();
        }
        theirs.sql("""
                create function dying(number text, name text) returns text language plpgsql immutable as $$
                begin
                  if number = '%s' then raise exception using errcode = '57P01'; end if;
                  return name;
                end $$
                """.formatted(number(55_000))).update();
        theirs.sql("create view alive as select sfzh, dying(sfzh, xm) as xm from person")
                .update();
        var contract = contract(Map.of("table", "alive", "mode", "WHOLE", "key", "sfzh"));
        room.map(contract, List.of(), Map.of("number", "sfzh", "name", "xm"));
        var broken = room.run(contract);
        assertThat(broken.state()).isEqualTo(Run.State.INTERRUPTED);
        assertThat(broken.counts().written()).isEqualTo(50_000);

        theirs.sql("create or replace view alive as select sfzh, xm from person")
                .update();
        var run = room.run(contract);
        assertThat(run.id()).isEqualTo(broken.id());
        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(run.counts()).isEqualTo(new Counts(60_000, 60_000, 0, 0));
        assertThat(stored()).isEqualTo(60_000);
    }

    @Test
    void one_chunk_is_read_again_after_its_rows_were_mended() {
        theirs.sql("update person set xm = null where sfzh = :one")
                .param("one", number(5))
                .update();
        var contract = contract(WHOLE);
        var run = room.run(contract);
        assertThat(run.counts().setAside()).isOne();
        theirs.sql("update person set xm = '补好' where sfzh = :one")
                .param("one", number(5))
                .update();

        room.runs().again(run.id(), 1, LI);
        room.jobs().work();

        var again = room.lastRun(contract);
        assertThat(again.again()).isEqualTo(new Run.Again(run.id(), 1));
        assertThat(again.counts()).isEqualTo(new Counts(100, 1, 99, 0));
        assertThat(stored()).isEqualTo(100);
    }

    @Test
    void silence_is_told_once_to_the_data_administrators_of_the_department() {
        var contract = contract(WHOLE, new Contract.Plan("", null, 0, Duration.ofHours(24)));
        var schedule = room.schedule();
        var told = room.bean(org.zhengtong.data.registers.RegistersFixtures.Told.class);
        schedule.run();
        assertThat(told.notices).isEmpty();

        room.clock().set(room.clock().instant().plus(Duration.ofHours(25)));
        schedule.run();
        schedule.run();
        assertThat(told.notices).hasSize(1);
        assertThat(told.notices.getFirst().template()).isEqualTo("connectors.notice.silent");

        room.run(contract);
        room.clock().set(room.clock().instant().plus(Duration.ofHours(25)));
        schedule.run();
        assertThat(told.notices).hasSize(2);
    }

    @Test
    void passwords_do_not_lie_in_the_database_in_the_clear() {
        room.database(database, "geheim-3141");
        assertThat(room.jdbc()
                        .sql("select position('geheim-3141'::bytea in secret) from connectors.source")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void when_the_time_for_loading_is_over_a_run_stops_after_a_chunk_and_goes_on_with_the_next() {
        people(100, 60_000);
        room.clock().set(java.time.Instant.parse("2026-03-01T21:00:00Z"));
        var contract =
                contract(WHOLE, new Contract.Plan("", ConnectorsFixtures.window("20:00", "06:00"), 0, Duration.ZERO));
        room.jobs().tell(_ -> room.clock().set(java.time.Instant.parse("2026-03-01T22:30:00Z")));
        var paused = room.run(contract);
        assertThat(paused.state()).isEqualTo(Run.State.PAUSED);
        assertThat(paused.counts().written()).isEqualTo(50_000);

        var schedule = room.schedule();
        schedule.run();
        assertThat(room.contract(contract).nextAt()).isEqualTo("2026-03-02T12:00:00Z");
        room.jobs().tell(_ -> {});
        room.clock().set(java.time.Instant.parse("2026-03-02T12:00:30Z"));
        schedule.run();
        room.jobs().work();
        assertThat(room.lastRun(contract).id()).isEqualTo(paused.id());
        assertThat(room.lastRun(contract).counts()).isEqualTo(new Counts(60_000, 60_000, 0, 0));
    }

    @Test
    void a_run_that_is_given_up_makes_room_for_the_next() {
        var contract = contract(Map.of("table", "nobody", "mode", "WHOLE", "key", "sfzh"));
        room.runs().start(contract, LI);
        assertThat(room.jobs().work())
                .singleElement()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(ConnectorsProblem.RUN_STOPPED));
        var stopped = room.lastRun(contract).id();
        room.runs().stop(stopped, LI);
        assertThat(room.runs().find(stopped).orElseThrow().state()).isEqualTo(Run.State.STOPPED);
        assertThat(room.run(contract).id()).isNotEqualTo(stopped);
    }

    @Test
    void what_is_not_there_is_a_problem() {
        assertThatThrownBy(() -> room.runs().start(999, LI))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(ConnectorsProblem.CONTRACT_NOT_FOUND));
        assertThatThrownBy(() -> room.runs().again(999, 1, LI))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(ConnectorsProblem.RUN_NOT_FOUND));
    }
}
