package org.zhengtong.data.registers.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.data.registers.RegistersFixtures.MARCH;
import static org.zhengtong.data.registers.RegistersFixtures.PEOPLE;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegistersFixtures;
import org.zhengtong.data.registers.RegistersFixtures.RowsInMemory;
import org.zhengtong.data.registers.internal.definition.Shapes;
import org.zhengtong.data.registers.internal.matching.Matching.Rule;
import org.zhengtong.data.registers.internal.matching.Matching.Side;
import org.zhengtong.data.registers.internal.matching.Matching.Verdict;

/** Records whose names are the same, the same but for their writing, or alike become pairs, each once. */
class PairingTest {

    private static final Side LEFT = new Side(new RegisterCode("people"), new ItemName("name"));
    private static final Side RIGHT = new Side(new RegisterCode("others"), new ItemName("name"));

    private final RegistersFixtures room = RegistersFixtures.start();
    private MatchingStore matchings;
    private MatchingWork work;

    @BeforeEach
    void two_registers() {
        room.define(PEOPLE);
        room.define(PEOPLE.replace("code: people", "code: others"));
        load("people", "济南泉汐（山东）软件有限公司", "青岛海岸物流有限公司", "烟台果品有限公司");
        load("others", "济南泉汐(山东) 软件有限公司", "青岛海岸物流公司", "烟台果品有限公司");
        matchings = new MatchingStore(room.jdbc());
        var pairing = new PairingStore(room.jdbc(), room.database());
        work = new MatchingWork(
                matchings,
                pairing,
                new SparkPairing(new SparkSettings("", "", null, "", 0, null), pairing, Path.of("none")),
                room.bean(Shapes.class),
                new DataSourceTransactionManager(room.database()),
                room.clock());
    }

    private void load(String register, String... names) {
        var rows = new String[names.length];
        for (var at = 0; at < names.length; at++) {
            rows[at] = number(at) + "|" + names[at];
        }
        room.load(new RegisterCode(register), "one", MARCH, RowsInMemory.of("number|name", rows));
    }

    private static String number(int at) {
        return CitizenNumber.completing("37010219900101" + (900 + at)).value();
    }

    @AfterEach
    void closes() {
        room.close();
    }

    private long run(Rule rule, String least) {
        return run(rule, least, LEFT, RIGHT);
    }

    private long run(Rule rule, String least, Side left, Side right) {
        return run(new Matchings.NewMatching("试", left, right, rule, new BigDecimal(least), null));
    }

    private long run(Matchings.NewMatching wanted) {
        var id = matchings.add(wanted, "李文", Instant.EPOCH);
        work.run(String.valueOf(id), new Quiet(false));
        return id;
    }

    private List<Matching.Pair> pairs(long id) {
        return matchings.pairs(id, Verdict.OPEN, 0, 100);
    }

    @Test
    void exact_values_pair_alone() {
        assertThat(pairs(run(Rule.EXACT, "1")))
                .extracting(Matching.Pair::leftKey)
                .containsExactly(number(2));
    }

    @Test
    void names_pair_whatever_their_brackets_and_blanks() {
        assertThat(pairs(run(Rule.NAME, "1")))
                .extracting(Matching.Pair::leftKey)
                .containsExactlyInAnyOrder(number(0), number(2));
    }

    @Test
    void similar_names_pair_by_their_letters() {
        var found = pairs(run(Rule.SIMILAR, "0.7"));

        assertThat(found).hasSize(3).allMatch(pair -> pair.leftKey().equals(pair.rightKey()));
        assertThat(found)
                .anyMatch(
                        pair -> pair.leftKey().equals(number(1)) && pair.score().doubleValue() < 1);
    }

    @Test
    void a_register_is_compared_with_itself_without_pairing_a_record_with_itself() {
        assertThat(pairs(run(Rule.SIMILAR, "0.3", LEFT, LEFT)))
                .allMatch(pair -> !pair.leftKey().equals(pair.rightKey()));
    }

    @Test
    void two_registers_with_different_keys_pair_by_name_and_dates_near_each_other() {
        room.define("""
            code: policies
            holder: 370000.human-resources
            key: policy
            label: insured
            sources:
              - {department: 370000.human-resources, from: '2020-01-01', items: [policy, insured, since]}
            items:
              policy: {sensitivity: OPEN}
              insured: {sensitivity: OPEN}
              since: {sensitivity: OPEN}
            schema:
              $schema: https://json-schema.org/draft/2020-12/schema
              title: 参保单
              type: object
              properties:
                record:
                  type: object
                  title: 参保
                  required: [policy, insured]
                  properties:
                    policy: {type: string, title: 保单号, maxLength: 20}
                    insured: {type: string, title: 参保单位, maxLength: 60}
                    since: {type: string, format: date, title: 参保日期}
            """);
        room.load(
                new RegisterCode("people"),
                "dates",
                MARCH,
                RowsInMemory.of("number|name|born", number(2) + "|烟台果品有限公司|2026-01-01"));
        room.load(
                new RegisterCode("policies"),
                "one",
                MARCH,
                RowsInMemory.of(
                        "policy|insured|since",
                        "A|烟台 果品有限公司|2026-01-31",
                        "B|烟台果品有限公司|2026-02-01",
                        "C|烟台果品有限公司|2025-12-02",
                        "D|烟台果品有限公司|"));
        var right = new Side(new RegisterCode("policies"), new ItemName("insured"));
        var near = new Matching.Nearness(new ItemName("born"), new ItemName("since"), 30);

        var found = pairs(run(new Matchings.NewMatching("试", LEFT, right, Rule.NAME, BigDecimal.ONE, near)));

        assertThat(found).extracting(Matching.Pair::rightKey).containsExactlyInAnyOrder("A", "C");
    }

    @Test
    void a_stopped_comparison_keeps_its_place_and_goes_on_to_the_end() {
        var id = matchings.add(
                new Matchings.NewMatching("试", LEFT, RIGHT, Rule.NAME, BigDecimal.ONE, null), "李文", Instant.EPOCH);

        work.run(String.valueOf(id), new Quiet(true));

        assertThat(matchings.find(id).orElseThrow().state()).isEqualTo(Matching.State.CANCELED);
        assertThat(pairs(id)).isEmpty();

        work.run(String.valueOf(id), new Quiet(false));

        assertThat(matchings.find(id).orElseThrow().state()).isEqualTo(Matching.State.DONE);
        assertThat(pairs(id)).hasSize(2);
    }

    @Test
    void running_again_keeps_what_was_judged_and_leaves_no_table() {
        var id = run(Rule.NAME, "1");
        var first = pairs(id).getFirst();
        matchings.judge(new Matchings.Judgement(id, first.number(), Verdict.SAME, "同一家"), "李文", Instant.EPOCH);

        work.run(String.valueOf(id), new Quiet(false));

        assertThat(matchings.counts(id)).containsEntry(Verdict.SAME, 1L).containsEntry(Verdict.OPEN, 1L);
        assertThat(matchings.pairs(id, null, 0, 100))
                .hasSize(2)
                .extracting(Matching.Pair::note)
                .contains("同一家");
        assertThat(room.jdbc()
                        .sql("select count(*) from pg_tables where tablename like 'matching\\\\_\\\\_%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
