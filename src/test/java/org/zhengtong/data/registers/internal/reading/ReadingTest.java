package org.zhengtong.data.registers.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.data.registers.RegistersFixtures.LI;
import static org.zhengtong.data.registers.RegistersFixtures.MARCH;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.Masking;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.ReadPermit.Comparison;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.registers.ReadPermit.RowFilter;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RecordQuery;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.RegistersFixtures;
import org.zhengtong.data.registers.RegistersFixtures.RowsInMemory;

/** A permit gives items, masks and rows; lists are paged by keys in any order; changes come by position. */
class ReadingTest {

    private static final RegisterCode PEOPLE = new RegisterCode("people");
    private static final ItemName NUMBER = new ItemName("number");
    private static final ItemName NAME = new ItemName("name");
    private static final ItemName HEIGHT = new ItemName("height");
    private static final ItemName BORN = new ItemName("born");
    private static final int COUNT = 60;

    private static RegistersFixtures room;
    private static RegisterDefinition people;

    @BeforeAll
    static void sixty_people() {
        room = RegistersFixtures.start();
        people = room.define(RegistersFixtures.PEOPLE);
        var rows = IntStream.range(0, COUNT)
                .mapToObj(each -> number(each) + "|" + (each % 2 == 0 ? "王" : "李") + each + "|"
                        + (each % 5 == 0 ? "" : 150 + each % 7) + "|1990-01-" + (10 + each % 20) + "|3701")
                .map(row -> row.substring(0, row.lastIndexOf('|')) + "|370102")
                .toArray(String[]::new);
        room.load(PEOPLE, "one", MARCH, RowsInMemory.of("number|name|height|born|division", rows));
    }

    @AfterAll
    static void closes() {
        room.close();
    }

    private static String number(int which) {
        return CitizenNumber.completing("37010219900101" + (100 + which)).value();
    }

    private static RegisterReading reading() {
        return room.bean(RegisterReading.class);
    }

    private static ReadPermit all() {
        return RegistersFixtures.everything(people);
    }

    @Test
    void items_that_are_not_given_are_left_out_and_masks_are_put_on() {
        var permit = new ReadPermit(
                Set.of(NAME, BORN, NUMBER),
                Map.of(NAME, Masking.NAME, BORN, Masking.YEAR, NUMBER, Masking.NUMBER),
                null,
                "test",
                "grant 1",
                LI);

        var record = reading().byKey(PEOPLE, new RecordKey(number(1)), permit).orElseThrow();

        assertThat(record.values())
                .containsOnly(
                        Map.entry(NAME, "李*"),
                        Map.entry(BORN, "1990-**-**"),
                        Map.entry(NUMBER, "3701**********" + number(1).substring(14)));
        assertThat(reading().byKeys(PEOPLE, Set.of(new RecordKey(number(1))), permit))
                .containsExactly(Map.entry(new RecordKey(number(1)), record));
    }

    @Test
    void rows_outside_the_filter_do_not_exist() {
        var tall = new ReadPermit(
                Set.of(NAME),
                Map.of(),
                new RowFilter(List.of(new Condition(HEIGHT, Comparison.AT_LEAST, List.of("155")))),
                "test",
                "grant 1",
                LI);

        assertThat(reading().byKey(PEOPLE, new RecordKey(number(6)), tall)).isPresent();
        assertThat(reading().byKey(PEOPLE, new RecordKey(number(1)), tall)).isEmpty();
        var asked = Set.of(new RecordKey(number(1)), new RecordKey(number(6)), new RecordKey("nobody"));
        assertThat(reading().byKeys(PEOPLE, asked, tall)).containsOnlyKeys(new RecordKey(number(6)));
        assertThat(reading().search(RecordQuery.all(PEOPLE, 100), tall).records())
                .hasSizeLessThan(COUNT);
        assertThat(reading().history(PEOPLE, new RecordKey(number(1)), tall)).isEmpty();
        assertThat(reading().changesAfter(PEOPLE, 0, 100, tall)).hasSizeLessThan(COUNT);
    }

    @Test
    void every_order_gives_every_record_once_page_by_page() {
        for (var sort : new @Nullable ItemName[] {null, NAME, HEIGHT, BORN}) {
            for (var down : List.of(false, true)) {
                var query = new RecordQuery(PEOPLE, "", List.of(), null, sort, down, false, null, 7);
                var seen = new ArrayList<RegisterRecord>();
                var page = reading().search(query, all());
                seen.addAll(page.records());
                while (page.next() != null) {
                    page = reading().search(query.after(page.next()), all());
                    seen.addAll(page.records());
                }
                assertThat(seen).as("%s %s", sort, down).hasSize(COUNT).doesNotHaveDuplicates();
                if (sort == BORN) {
                    var order = Comparator.comparing((RegisterRecord record) -> record.text(BORN));
                    assertThat(seen).isSortedAccordingTo(down ? order.reversed() : order);
                }
            }
        }
    }

    @Test
    void conditions_narrow_and_wrong_ones_are_wrong_questions() {
        assertThat(count(new Condition(NAME, Comparison.BEGINS_WITH, List.of("王"))))
                .isEqualTo(30);
        assertThat(count(new Condition(NAME, Comparison.CONTAINS, List.of("59"))))
                .isEqualTo(1);
        assertThat(count(new Condition(HEIGHT, Comparison.EMPTY, List.of()))).isEqualTo(12);
        assertThat(count(new Condition(BORN, Comparison.AT_MOST, List.of("1990-01-10"))))
                .isEqualTo(3);
        assertThat(count(new Condition(HEIGHT, Comparison.ANY_OF, List.of("151", "152"))))
                .isEqualTo(15);
        assertThat(count(new Condition(NAME, Comparison.BEGINS_WITH, List.of("%"))))
                .isZero();
        assertThatThrownBy(() -> count(Condition.equal(HEIGHT, "tall"))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> count(Condition.equal(BORN, "' or true"))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> count(Condition.equal(new ItemName("nobody"), "1")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> reading().search(RecordQuery.all(PEOPLE, 5).after("AAAA"), all()))
                .isInstanceOf(ProblemException.class);
    }

    private static long count(Condition condition) {
        return reading().count(RecordQuery.all(PEOPLE, 5).with(List.of(condition)), all(), 1_000);
    }

    @Test
    void changes_come_in_order_after_a_position_each_record_once() {
        var seen = new ArrayList<Long>();
        var last = 0L;
        for (var piece = reading().changesAfter(PEOPLE, 0, 9, all());
                !piece.isEmpty();
                piece = reading().changesAfter(PEOPLE, last, 9, all())) {
            piece.forEach(record -> seen.add(record.position()));
            last = piece.getLast().position();
        }
        assertThat(seen).hasSize(COUNT).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_key_in_an_address_says_nothing_and_bears_no_change() {
        var links = room.bean(RecordLinks.class);
        var sealed = links.seal(number(1));

        assertThat(sealed).doesNotContain(number(1)).isEqualTo(links.seal(number(1)));
        assertThat(links.open(sealed)).contains(new RecordKey(number(1)));
        assertThat(links.open(sealed.substring(1))).isEmpty();
        assertThat(links.open("")).isEmpty();
        assertThat(links.open("%%%")).isEmpty();
    }

    @Test
    void masks_leave_what_they_promise() {
        assertThat(Masking.NAME.mask("王海燕")).isEqualTo("王*燕");
        assertThat(Masking.NAME.mask("王")).isEqualTo("*");
        assertThat(Masking.PHONE.mask("13800000426")).isEqualTo("138****0426");
        assertThat(Masking.NUMBER.mask("110105194912310020")).isEqualTo("1101**********0020");
        assertThat(Masking.ADDRESS.mask("济南市历下区泉城路18号2号楼101室")).isEqualTo("济南市历下区泉城路****");
        assertThat(Masking.EMAIL.mask("wang@example.org")).isEqualTo("w***@example.org");
        assertThat(Masking.HIDDEN.mask("已婚")).isEqualTo("****");
        assertThat(Masking.HIDDEN.mask(null)).isNull();
    }
}
