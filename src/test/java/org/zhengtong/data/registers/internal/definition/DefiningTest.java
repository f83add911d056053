package org.zhengtong.data.registers.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.data.registers.RegistersFixtures.LI;
import static org.zhengtong.data.registers.RegistersFixtures.MARCH;
import static org.zhengtong.data.registers.RegistersFixtures.PEOPLE;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.Registers.DefineOutcome;
import org.zhengtong.data.registers.Registers.DefinitionFault;
import org.zhengtong.data.registers.RegistersFixtures;
import org.zhengtong.data.registers.RegistersFixtures.RowsInMemory;

/** A definition makes tables; a changed one changes them, unless data would be lost. */
class DefiningTest {

    private static final RegisterCode CODE = new RegisterCode("people");

    private final RegistersFixtures room = RegistersFixtures.start();
    private Registers registers;

    @BeforeEach
    void one_record() {
        registers = room.bean(Registers.class);
        room.define(PEOPLE);
        room.load(CODE, "one", MARCH, RowsInMemory.of("number|name|sex|note", "11010519491231002X|张伟伟|1|Note"));
    }

    @AfterEach
    void closes() {
        room.close();
    }

    private List<String> refused(String definition) {
        return ((DefineOutcome.Refused) registers.define(definition, LI))
                .faults().stream().map(DefinitionFault::key).toList();
    }

    @Test
    void an_item_may_come_a_type_may_widen_and_an_empty_item_may_go() {
        var wider = PEOPLE.replace("height: {type: integer", "height: {type: number")
                .replace("        income: {type: number, title: 收入, minimum: 0, x-en: {title: Income}}\n", "")
                .replace("note: {", "school: {type: string, title: 学校, maxLength: 20}\n        note: {");

        var changed = (DefineOutcome.Changed) registers.define(wider, LI);

        assertThat(changed.register().version()).isEqualTo(2);
        assertThat(changed.register().find(new ItemName("income"))).isEmpty();
        assertThat(registers.versions(CODE)).hasSize(2);
        room.load(
                CODE,
                "two",
                MARCH.plusDays(1),
                RowsInMemory.of("number|name|school|height", "11010519491231002X|张伟伟|济南一中|170.5"));
        assertThat(room.jdbc()
                        .sql("select school || height from registers.people__current")
                        .query(String.class)
                        .single())
                .isEqualTo("济南一中170.5");
    }

    @Test
    void the_same_definition_again_changes_nothing() {
        assertThat(registers.define(PEOPLE, LI))
                .isInstanceOfSatisfying(
                        DefineOutcome.Changed.class,
                        changed -> assertThat(changed.anything()).isFalse());
        assertThat(registers.versions(CODE)).hasSize(1);
    }

    @Test
    void what_would_lose_data_is_refused_with_words() {
        assertThat(refused(PEOPLE.replace("maxLength: 30", "maxLength: 2")))
                .containsExactly("registers.fault.values_break_length");
        assertThat(refused(PEOPLE.replace("{const: '1', title: 男}, ", "")))
                .containsExactly("registers.fault.values_break_code");
        assertThat(refused(PEOPLE.replace("required: [number, name]", "required: [number, name, mobile]")))
                .containsExactly("registers.fault.values_break_required");
        assertThat(refused(PEOPLE.replace("pattern: '^[A-Z]'", "pattern: '^[0-9]'")))
                .containsExactly("registers.fault.values_break_rule");
        assertThat(refused(PEOPLE.replace(
                        "note: {type: string, title: 备注, pattern: '^[A-Z]'", "memo: {type: string, title: 备注")))
                .containsExactly("registers.fault.item_in_use");
        assertThat(refused(PEOPLE.replace(
                        "note: {type: string, title: 备注, pattern: '^[A-Z]'", "note: {type: integer, title: 备注")))
                .containsExactly("registers.fault.type_narrowed");
        assertThat(refused(PEOPLE.replace("required: [number, name]", "required: [number, name, extra]")
                        .replace("note: {", "extra: {type: string, title: 新项}\n        note: {")))
                .containsExactly("registers.fault.new_item_required");
        assertThat(refused(PEOPLE.replace("key: number", "key: name"))).contains("registers.fault.key_changed");
        assertThat(refused(PEOPLE.replace("key: number", "key: number\npartitions: 2")))
                .contains("registers.fault.partitions_changed");
        assertThat(registers.versions(CODE)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code: people|code: 1people|code",
                "key: number|key: nobody|unknown_item",
                "key: number|key: height|key_not_text",
                "key: number|key: note|key_not_required",
                "holder: 370000.public-security|holder: police|department",
                "masking: NUMBER|masking: NONE|masking",
                "from: '2020-01-01', items: [insured]|from: '2020-13-01', items: [insured]|date",
                "items: [insured]|items: [name]|two_sources",
                "note: {type: string|Note: {type: string|item_name",
                "note: {type: string, title: 备注, pattern: '^[A-Z]'|note: {type: array, items: {type: string, enum: [a]}, title: 备注|item_kind",
                "pattern: '^[A-Z]'|pattern: '^[A-Z'|schema",
                "key: number|key: number\\npartitions: 999|partitions",
                "schema:|schemas:|schema"
            })
    void every_fault_of_a_definition_has_its_words(String good, String bad, String key) {
        var faults = registers.faultsIn(PEOPLE.replaceFirst(
                java.util.regex.Pattern.quote(good),
                java.util.regex.Matcher.quoteReplacement(bad.replace("\\n", "\n"))));

        assertThat(faults).extracting(DefinitionFault::key).contains("registers.fault." + key);
    }

    @Test
    void what_is_no_definition_is_said() {
        assertThat(registers.faultsIn("[1]"))
                .extracting(DefinitionFault::key)
                .containsExactly("registers.fault.not_an_object");
        assertThat(registers.faultsIn("a: ["))
                .extracting(DefinitionFault::key)
                .containsExactly("registers.fault.syntax");
        assertThatThrownBy(() -> registers.require(new RegisterCode("nobody"))).isInstanceOf(ProblemException.class);
    }

    @Test
    void the_source_of_an_item_is_the_one_of_the_day() {
        var people = room.define(PEOPLE.replace(
                "schema:\n", "  - {department: 370000.education, from: '2026-05-01', items: [insured]}\nschema:\n"));

        assertThat(people.sourceOf(new ItemName("insured"), LocalDate.of(2026, 4, 30))
                        .slug())
                .isEqualTo("human-resources");
        assertThat(people.sourceOf(new ItemName("insured"), LocalDate.of(2026, 5, 1))
                        .slug())
                .isEqualTo("education");
        assertThat(people.sourceOf(new ItemName("height"), MARCH).slug()).isEqualTo("public-security");
    }
}
