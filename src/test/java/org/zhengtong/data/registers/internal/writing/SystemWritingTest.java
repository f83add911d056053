package org.zhengtong.data.registers.internal.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.data.registers.RegistersFixtures.MARCH;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.RegistersFixtures;
import org.zhengtong.data.registers.RegistersFixtures.RowsInMemory;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.SourceWriting;
import org.zhengtong.data.registers.SourceWriting.Hand;
import org.zhengtong.data.registers.SourceWriting.Written;

/** A department's system writes what its department is the source of, whole or not at all. */
class SystemWritingTest {

    private static final RegisterCode PEOPLE = new RegisterCode("people");
    private static final RecordKey OLD = new RecordKey("11010519491231002X");
    private static final RecordKey OTHER = new RecordKey("440524188001010014");
    private static final String NEW =
            CitizenNumber.completing("37010219880101001").value();
    private static final Hand POLICE = hand("public-security");

    private final RegistersFixtures room = RegistersFixtures.start();
    private RegisterDefinition people;

    @BeforeEach
    void two_records() {
        people = room.define(RegistersFixtures.PEOPLE);
        room.load(
                PEOPLE,
                "one",
                MARCH,
                RowsInMemory.of("number|name|insured", OLD.value() + "|张伟|是", OTHER.value() + "|张伟|否"));
    }

    @AfterEach
    void closes() {
        room.close();
    }

    private static Hand hand(String department) {
        return new Hand(
                new DepartmentId("370000." + department),
                new Actor(Actor.Kind.SYSTEM, "client-" + department, department),
                "户籍变动");
    }

    private SourceWriting writing() {
        return room.bean(SourceWriting.class);
    }

    private static Map<ItemName, @Nullable String> values(@Nullable String... namesAndValues) {
        var values = new HashMap<ItemName, @Nullable String>();
        for (var at = 0; at < namesAndValues.length; at += 2) {
            values.put(new ItemName(String.valueOf(namesAndValues[at])), namesAndValues[at + 1]);
        }
        return values;
    }

    private static List<Condition> where(String item, String value) {
        return List.of(Condition.equal(new ItemName(item), value));
    }

    private @Nullable String stored(RecordKey key, String item) {
        return room.bean(RegisterReading.class)
                .byKey(PEOPLE, key, RegistersFixtures.everything(people))
                .map(record -> record.text(new ItemName(item)))
                .orElse(null);
    }

    private static void fails(Runnable act, RegistersProblem problem) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failed -> assertThat(failed.problem()).isEqualTo(problem));
    }

    @Test
    void a_record_begins_changes_and_ends() {
        var key = new RecordKey(NEW);
        assertThat(writing().create(PEOPLE, values("number", key.value(), "name", "李宁"), POLICE))
                .isEqualTo(new Written.Done(List.of(key)));
        fails(
                () -> writing().create(PEOPLE, values("number", key.value(), "name", "李宁"), POLICE),
                RegistersProblem.RECORD_EXISTS);

        writing().change(PEOPLE, where("number", key.value()), values("name", "李凝"), 1, POLICE);
        assertThat(stored(key, "name")).isEqualTo("李凝");

        assertThat(writing().end(PEOPLE, key, POLICE)).isInstanceOf(Written.Refused.class);
        room.clock().advance(java.time.Duration.ofDays(1));
        assertThat(writing().end(PEOPLE, key, POLICE)).isEqualTo(new Written.Done(List.of(key)));
        fails(() -> writing().end(PEOPLE, key, POLICE), RegistersProblem.RECORD_NOT_FOUND);
        assertThat(room.bean(RegistersFixtures.Recorded.class).actions)
                .filteredOn(action -> action.actor().equals(POLICE.actor()))
                .extracting(action -> action.event())
                .containsExactly("registers.write_record", "registers.write_record", "registers.end_record");
    }

    @Test
    void only_the_source_writes_and_only_its_items() {
        fails(
                () -> writing().create(PEOPLE, values("number", NEW), hand("education")),
                RegistersProblem.NOT_THE_SOURCE);
        fails(
                () -> writing().change(PEOPLE, where("name", "张伟"), values("insured", "是"), 100, POLICE),
                RegistersProblem.NOT_THE_SOURCE);
        // it must not learn by a condition what it may not read
        fails(
                () -> writing().change(PEOPLE, where("insured", "是"), values("name", "张炜"), 100, POLICE),
                RegistersProblem.NOT_THE_SOURCE);
        fails(() -> writing().end(PEOPLE, OLD, hand("human-resources")), RegistersProblem.NOT_THE_SOURCE);
        assertThat(stored(OLD, "insured")).isEqualTo("true");
    }

    @Test
    void several_records_change_together_or_not_at_all() {
        fails(
                () -> writing().change(PEOPLE, where("name", "张伟"), values("name", "张炜"), 1, POLICE),
                RegistersProblem.SEVERAL_RECORDS);
        assertThat(writing().change(PEOPLE, where("name", "张伟"), values("born", "2026-99-99"), 100, POLICE))
                .isInstanceOf(Written.Refused.class);
        assertThat(stored(OLD, "name")).isEqualTo("张伟");

        assertThat(writing().change(PEOPLE, where("name", "张伟"), values("name", "张炜", "born", null), 100, POLICE))
                .isInstanceOfSatisfying(
                        Written.Done.class, done -> assertThat(done.records()).containsExactlyInAnyOrder(OLD, OTHER));
        assertThat(stored(OLD, "name")).isEqualTo("张炜");
        assertThat(stored(OTHER, "name")).isEqualTo("张炜");
        assertThat(writing().change(PEOPLE, where("name", "无人"), values("name", "张炜"), 100, POLICE))
                .isEqualTo(new Written.Done(List.of()));
    }

    @Test
    void what_the_definition_does_not_allow_is_said_and_not_written() {
        assertThat(writing()
                        .create(
                                PEOPLE,
                                values("number", NEW.substring(0, 17) + (NEW.endsWith("1") ? "2" : "1"), "name", "李宁"),
                                POLICE))
                .isInstanceOfSatisfying(
                        Written.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.item().value())
                                .containsExactly("number"));
        assertThat(writing().create(PEOPLE, values("number", NEW), POLICE))
                .isInstanceOfSatisfying(
                        Written.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.item().value())
                                .containsExactly("name"));
    }
}
