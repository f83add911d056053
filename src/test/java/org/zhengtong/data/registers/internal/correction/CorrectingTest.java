package org.zhengtong.data.registers.internal.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.data.registers.RegistersFixtures.MARCH;
import static org.zhengtong.data.registers.RegistersFixtures.staffOf;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.Corrections;
import org.zhengtong.data.registers.Corrections.CorrectOutcome;
import org.zhengtong.data.registers.Corrections.Doubt;
import org.zhengtong.data.registers.ItemCorrected;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.RegisterWriting;
import org.zhengtong.data.registers.RegisterWriting.RecordEdit;
import org.zhengtong.data.registers.RegisterWriting.WriteOutcome;
import org.zhengtong.data.registers.RegistersFixtures;
import org.zhengtong.data.registers.RegistersFixtures.RowsInMemory;
import org.zhengtong.data.registers.RegistersProblem;

/** A doubt goes to the item's source with a clock, readers see it, and the answer reaches everybody. */
class CorrectingTest {

    private static final RegisterCode PEOPLE = new RegisterCode("people");
    private static final RecordKey KEY = new RecordKey("11010519491231002X");
    private static final ItemName NAME = new ItemName("name");
    private static final ItemName INSURED = new ItemName("insured");

    private final RegistersFixtures room = RegistersFixtures.start();
    private RegisterDefinition people;

    @BeforeEach
    void one_record() {
        people = room.define(RegistersFixtures.PEOPLE);
        room.load(PEOPLE, "one", MARCH, RowsInMemory.of("number|name|insured", KEY.value() + "|张伟|是"));
    }

    @AfterEach
    void closes() {
        room.close();
    }

    private RegisterRecord record() {
        return room.bean(RegisterReading.class)
                .byKey(PEOPLE, KEY, RegistersFixtures.everything(people))
                .orElseThrow();
    }

    private Corrections corrections() {
        return room.bean(Corrections.class);
    }

    @Test
    void a_doubt_is_seen_by_readers_and_waits_with_the_source_for_ten_working_days() {
        var request = corrections().flag(new Doubt(PEOPLE, KEY, NAME, "张炜", "与身份证不一致"), staffOf("education"));

        assertThat(request.shown()).isEqualTo("张伟");
        assertThat(request.dueOn()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(record().underCheck()).containsExactly(NAME);
        assertThat(corrections().inbox(staffOf("public-security"), false, null, 10))
                .containsExactly(request);
        assertThat(corrections().inbox(staffOf("human-resources"), false, null, 10))
                .isEmpty();
        assertThat(corrections().waiting(staffOf("public-security"))).isEqualTo(1);
        assertThat(room.bean(RegistersFixtures.Told.class).notices)
                .singleElement()
                .extracting(notice -> notice.template())
                .isEqualTo("registers.notice.flagged");
    }

    @Test
    void the_source_corrects_and_everybody_hears_of_it() {
        var request = corrections().flag(new Doubt(PEOPLE, KEY, NAME, "张炜", "与身份证不一致"), staffOf("education"));

        var outcome = corrections().correct(request.id(), "张炜", MARCH, "核对了户口簿", staffOf("public-security"));

        assertThat(outcome).isInstanceOf(CorrectOutcome.Answered.class);
        assertThat(record().text(NAME)).isEqualTo("张炜");
        assertThat(record().underCheck()).isEmpty();
        assertThat(room.bean(RegistersFixtures.Heard.class).events)
                .anyMatch(event -> event instanceof ItemCorrected corrected
                        && corrected.item().equals(NAME));
        assertThat(corrections().keep(request.id(), "再答", staffOf("public-security")))
                .isInstanceOf(CorrectOutcome.AnsweredBefore.class);
        assertThat(corrections().inbox(staffOf("public-security"), true, null, 10))
                .hasSize(1);
    }

    @Test
    void the_source_may_find_the_value_right() {
        var request = corrections().flag(new Doubt(PEOPLE, KEY, NAME, "", "疑似同音字"), staffOf("education"));

        corrections().keep(request.id(), "核对无误", staffOf("public-security"));

        assertThat(record().text(NAME)).isEqualTo("张伟");
        assertThat(record().underCheck()).isEmpty();
        assertThat(corrections().find(request.id()).orElseThrow().answer()).isEqualTo("核对无误");
    }

    @Test
    void only_the_source_answers_and_only_with_a_value_that_keeps_to_the_rules() {
        var request = corrections().flag(new Doubt(PEOPLE, KEY, NAME, "", "疑似"), staffOf("education"));

        assertThatThrownBy(() -> corrections().keep(request.id(), "无误", staffOf("human-resources")))
                .isInstanceOf(ProblemException.class);
        assertThat(corrections().correct(request.id(), "", MARCH, "删", staffOf("public-security")))
                .isInstanceOf(CorrectOutcome.Refused.class);
        assertThatThrownBy(() -> corrections().keep(99, "无误", staffOf("public-security")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem()).isEqualTo(RegistersProblem.CORRECTION_NOT_FOUND));
    }

    @Test
    void what_another_department_answers_for_becomes_a_request() {
        var values = Map.of(NAME, "张小伟", INSURED, "否");

        var outcome = room.bean(RegisterWriting.class)
                .write(
                        new RecordEdit(PEOPLE, KEY, values, MARCH.plusDays(3), record().position(), "改名"),
                        staffOf("public-security"));

        var written = (WriteOutcome.Written) outcome;
        assertThat(written.asked()).hasSize(1);
        assertThat(record().text(NAME)).isEqualTo("张小伟");
        assertThat(record().values()).containsEntry(INSURED, true);
        assertThat(record().underCheck()).containsExactly(INSURED);
        var request = corrections().find(written.asked().getFirst()).orElseThrow();
        assertThat(request.source().slug()).isEqualTo("human-resources");
        assertThat(request.claimed()).isEqualTo("false");
    }

    @Test
    void the_second_of_two_edits_is_told_who_was_first() {
        var seen = record().position();
        var writing = room.bean(RegisterWriting.class);
        writing.write(new RecordEdit(PEOPLE, KEY, Map.of(NAME, "甲"), MARCH, seen, "改"), staffOf("public-security"));

        var second = writing.write(
                new RecordEdit(PEOPLE, KEY, Map.of(NAME, "乙"), MARCH, seen, "改"), staffOf("public-security"));

        assertThat(second)
                .isInstanceOfSatisfying(
                        WriteOutcome.Overtaken.class,
                        overtaken -> assertThat(overtaken.by()).isEqualTo("李文"));
        assertThat(record().text(NAME)).isEqualTo("甲");
    }

    @Test
    void a_wrong_value_is_refused_with_its_rule_and_the_same_value_changes_nothing() {
        var writing = room.bean(RegisterWriting.class);
        var edit = new RecordEdit(PEOPLE, KEY, Map.of(new ItemName("division"), "37"), MARCH, record().position(), "改");

        assertThat(writing.write(edit, staffOf("public-security")))
                .isInstanceOfSatisfying(
                        WriteOutcome.Refused.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .extracting(fault -> fault.rule())
                                .isEqualTo("division"));
        assertThat(writing.write(
                        new RecordEdit(PEOPLE, KEY, Map.of(NAME, " 张伟 "), MARCH, record().position(), "改"),
                        staffOf("public-security")))
                .isInstanceOf(WriteOutcome.Unchanged.class);
    }

    @Test
    void a_record_ends_on_a_day_after_it_began() {
        var writing = room.bean(RegisterWriting.class);

        assertThat(writing.end(PEOPLE, KEY, MARCH, "注销", staffOf("public-security")))
                .isInstanceOf(WriteOutcome.Refused.class);
        writing.end(PEOPLE, KEY, MARCH.plusDays(2), "注销", staffOf("public-security"));

        assertThat(record().validTo()).isEqualTo(MARCH.plusDays(2));
    }
}
