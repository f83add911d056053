package org.zhengtong.data.registers.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.data.registers.RegistersFixtures.MARCH;
import static org.zhengtong.data.registers.RegistersFixtures.PEOPLE;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegistersFixtures;
import org.zhengtong.data.registers.RegistersFixtures.RowsInMemory;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.internal.definition.Shapes;
import org.zhengtong.data.registers.internal.matching.Matching.Nearness;
import org.zhengtong.data.registers.internal.matching.Matching.Rule;
import org.zhengtong.data.registers.internal.matching.Matching.Side;

/**
 * Spark, in a process of its own on this machine, finds the pairs that the database finds. Maven brings its class path; where the tests
 * are run without Maven, {@code ./mvnw process-test-resources} writes it once.
 */
class SparkPairingTest {

    private static final Path CLASS_PATH = Path.of("target", "spark.class.path");
    private static final Side LEFT = new Side(new RegisterCode("people"), new ItemName("name"));
    private static final Side RIGHT = new Side(new RegisterCode("others"), new ItemName("name"));
    private static final ItemName BORN = new ItemName("born");
    private static final List<String> PLACES = List.of("济南", "青岛", "烟台", "潍坊", "临沂", "威海", "泰安");
    private static final List<String> TRADES =
            List.of("软件", "物流", "果品", "机械", "海产", "纺织", "药业", "建材", "旅行", "食品", "能源");

    @TempDir
    private static Path folder;

    private static RegistersFixtures room;
    private static MatchingStore matchings;
    private static PairingStore pairing;

    @BeforeAll
    static void two_registers() {
        room = RegistersFixtures.start();
        matchings = new MatchingStore(room.jdbc());
        pairing = new PairingStore(room.jdbc(), room.database());
        room.define(PEOPLE);
        room.define(PEOPLE.replace("code: people", "code: others"));
        load("people", "%s%s有限公司");
        load("others", "%s（山东）%s 有限责任公司");
    }

    private static void load(String register, String form) {
        var rows = IntStream.range(0, PLACES.size() * TRADES.size())
                .mapToObj(at -> number(at) + "|"
                        + form.formatted(PLACES.get(at % PLACES.size()), TRADES.get(at / PLACES.size()))
                        + (at % 10 == 0 ? "" : at) + "|1990-01-" + (10 + at % 20))
                .toArray(String[]::new);
        room.load(new RegisterCode(register), "one", MARCH, RowsInMemory.of("number|name|born", rows));
    }

    private static String number(int at) {
        return CitizenNumber.completing("37010219900101" + (100 + at)).value();
    }

    @AfterAll
    static void closes() {
        room.close();
    }

    private static long run(Matchings.NewMatching wanted, String classPath, boolean canceled) {
        var settings = new SparkSettings(classPath, "local[1]", null, "512m", 1, folder);
        var work = new MatchingWork(
                matchings,
                pairing,
                new SparkPairing(settings, pairing, Path.of("none")),
                room.bean(Shapes.class),
                new DataSourceTransactionManager(room.database()),
                room.clock());
        var id = matchings.add(wanted, "李文", Instant.EPOCH);
        work.run(String.valueOf(id), new Quiet(canceled));
        return id;
    }

    private static List<String> pairs(Matchings.NewMatching wanted, String classPath) {
        var id = run(wanted, classPath, false);
        assertThat(matchings.find(id).orElseThrow().compared()).isEqualTo((long) PLACES.size() * TRADES.size());
        return matchings.pairs(id, null, 0, 10_000).stream()
                .map(pair -> pair.leftKey() + " " + pair.rightKey() + " "
                        + pair.score().stripTrailingZeros().toPlainString())
                .sorted()
                .toList();
    }

    private static Matchings.NewMatching wanted(Side right, Rule rule, String least, Nearness dates) {
        return new Matchings.NewMatching("试", LEFT, right, rule, new BigDecimal(least), dates);
    }

    @Test
    void spark_finds_what_the_database_finds() throws IOException {
        var spark = Files.readString(CLASS_PATH);
        for (var each : List.of(
                wanted(LEFT, Rule.SIMILAR, "0.5", new Nearness(BORN, BORN, 400)),
                wanted(RIGHT, Rule.NAME, "1", new Nearness(BORN, BORN, 400)))) {
            var found = pairs(each, spark);
            assertThat(found).isEqualTo(pairs(each, ""));
            if (each.rule() == Rule.SIMILAR) {
                assertThat(found).isNotEmpty();
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_comparison_can_be_stopped_while_spark_works() throws IOException {
        var id = run(wanted(RIGHT, Rule.NAME, "1", new Nearness(BORN, BORN, 1)), Files.readString(CLASS_PATH), true);
        assertThat(matchings.find(id).orElseThrow().state()).isEqualTo(Matching.State.CANCELED);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_spark_says_when_it_fails_is_told() {
        assertThatThrownBy(() -> run(wanted(RIGHT, Rule.NAME, "1", new Nearness(BORN, BORN, 1)), "nowhere", false))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(RegistersProblem.SPARK_FAILED));
        assertThat(folder).isEmptyDirectory();
    }
}
