package org.zhengtong.data.registers.internal.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.data.registers.RegistersFixtures.MARCH;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.RegistersFixtures;
import org.zhengtong.data.registers.RegistersFixtures.RowsInMemory;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.internal.credit.CreditRequest.Kind;
import org.zhengtong.data.registers.internal.credit.CreditRequest.State;

/** Decisions are public from their publication to their last day; whom they concern may object and have them ended early. */
class CreditTest {

    private static final String CODE = "91370102MA3TEXTA0B";
    private static final CurrentUser COMPANY =
            new CurrentUser(new AccountId(41), "济南泉汐信息科技有限公司", AccountKind.ENTERPRISE, null, null, Set.of());
    private static final CurrentUser HOLDER = new CurrentUser(
            new AccountId(42), "孟川", AccountKind.STAFF, new DepartmentId("370100.development-reform"), null, Set.of());

    private final RegistersFixtures room = RegistersFixtures.start();

    @BeforeEach
    void three_decisions() throws IOException {
        room.define(Files.readString(Path.of("packs/shandong/registers/credit-publicity.yaml")));
        CreditSection.read(PackReader.ofFolder(Path.of("packs/shandong")), new PackErrors())
                .forEach(room.bean(CreditRuleStore.class)::put);
        room.load(
                CreditPublicity.REGISTER,
                "one",
                MARCH.minusYears(1),
                RowsInMemory.of(
                        "entry|kind|creditCode|name|document|title|content|authority|decidedOn|publishedOn|publicUntil",
                        row("XK1", "license", "排污许可", "2026-02-02|2026-02-11|2031-02-02"),
                        row("CF1", "penalty", "超标排放废气", "2025-10-09|2025-10-21|2026-10-21"),
                        row("CF2", "penalty", "食品标签不符合规定", "2026-02-02|2026-02-12|2027-02-12")));
    }

    private static String row(String entry, String kind, String title, String days) {
        return entry + "|" + kind + "|" + CODE + "|济南泉汐信息科技有限公司|济字〔2026〕1号|" + title + "|内容|济南市生态环境局|" + days;
    }

    @AfterEach
    void closes() {
        room.close();
    }

    private CreditPublicity publicity() {
        return room.bean(CreditPublicity.class);
    }

    private CreditRequests requests() {
        return room.bean(CreditRequests.class);
    }

    private TakeDownJob job() {
        return room.bean(TakeDownJob.class);
    }

    private CreditEntry entry(String number) {
        return publicity().entry(number).orElseThrow();
    }

    @Test
    void everybody_finds_what_is_published_newest_first_by_name_or_code() {
        assertThat(publicity().find("济南泉汐", false))
                .extracting(CreditEntry::entry)
                .containsExactly("CF2", "XK1", "CF1");
        assertThat(publicity().find(CODE, true)).hasSize(3);
        assertThat(publicity().find("青岛", false)).isEmpty();
    }

    @Test
    void seven_working_days_are_in_time_and_the_eighth_is_late() {
        assertThat(entry("XK1").workingDays()).isEqualTo(7);
        assertThat(entry("XK1").late()).isFalse();
        assertThat(entry("CF2").workingDays()).isEqualTo(8);
        assertThat(entry("CF2").late()).isTrue();
        assertThat(publicity().timeliness()).containsExactly(new CreditPublicity.Timeliness("济南市生态环境局", 3, 2));
        assertThat(publicity().timeliness().getFirst().inTimePercent()).isEqualTo(33);
    }

    @Test
    void on_its_last_day_an_entry_is_gone_and_the_job_ends_its_record() {
        room.clock().set("2026-10-20T23:59");
        assertThat(publicity().entry("CF1")).isPresent();

        room.clock().set("2026-10-21T00:00");
        assertThat(publicity().entry("CF1")).isEmpty();
        assertThat(publicity().find("济南泉汐", false)).hasSize(2);

        assertThat(job().run().args()).containsExactly("1");
        assertThat(job().run().args()).containsExactly("0");
        assertThat(room.jdbc()
                        .sql("select zt_valid_to from registers.credit_publicity__current where entry = 'CF1'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2026, 10, 21));
    }

    @Test
    void an_objection_waits_ten_working_days_at_most_and_once() {
        var filed =
                requests().file(entry("CF2"), Kind.OBJECTION, "处罚对象有误", COMPANY).orElseThrow();

        assertThat(filed.dueOn()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(requests().file(entry("CF2"), Kind.OBJECTION, "再提一次", COMPANY))
                .isEmpty();
        assertThat(requests().list(false, HOLDER)).containsExactly(filed);
        assertThat(requests().of(COMPANY)).containsExactly(filed);
    }

    @Test
    void a_penalty_can_be_repaired_three_months_after_its_publication_and_a_licence_never() {
        assertThat(requests().allowed(entry("CF1"), Kind.REPAIR)).isTrue();
        assertThat(requests().allowed(entry("CF2"), Kind.REPAIR)).isFalse();
        room.clock().set("2026-05-12T00:00");
        assertThat(requests().allowed(entry("CF2"), Kind.REPAIR)).isTrue();
        assertThat(requests().allowed(entry("XK1"), Kind.REPAIR)).isFalse();
        assertThat(requests().allowed(entry("XK1"), Kind.OBJECTION)).isTrue();
    }

    @Test
    void what_is_granted_is_gone_the_same_day_and_the_company_hears_of_it() {
        var filed = requests().file(entry("CF1"), Kind.REPAIR, "已经整改", COMPANY).orElseThrow();

        assertThat(requests().answer(filed.id(), true, "核实已经整改", HOLDER)).isTrue();

        assertThat(publicity().entry("CF1")).isEmpty();
        assertThat(requests().of(COMPANY))
                .singleElement()
                .extracting(CreditRequest::state)
                .isEqualTo(State.GRANTED);
        assertThat(room.bean(RegistersFixtures.Told.class).notices)
                .singleElement()
                .extracting(notice -> notice.template())
                .isEqualTo("registers.notice.credit");
        assertThat(room.bean(RegistersFixtures.Recorded.class).actions)
                .extracting(action -> action.event())
                .contains("registers.file_credit_request", "registers.grant_credit_request");
        assertThat(requests().answer(filed.id(), false, "再答", HOLDER)).isFalse();
        assertThat(job().run().args()).containsExactly("1");
    }

    @Test
    void what_is_refused_stays_public_with_the_reason() {
        var filed = requests().file(entry("CF1"), Kind.REPAIR, "已经整改", COMPANY).orElseThrow();

        requests().answer(filed.id(), false, "整改没有完成", HOLDER);

        assertThat(publicity().entry("CF1")).isPresent();
        assertThat(requests().list(true, HOLDER))
                .singleElement()
                .extracting(CreditRequest::answer)
                .isEqualTo("整改没有完成");
        assertThat(requests().file(entry("CF1"), Kind.REPAIR, "现在完成了", COMPANY)).isPresent();
    }

    @Test
    void an_entry_that_ran_out_while_its_request_waited_keeps_its_last_day() {
        var filed = requests().file(entry("CF1"), Kind.OBJECTION, "有误", COMPANY).orElseThrow();
        room.clock().set("2026-10-26T09:00");
        job().run();

        assertThat(requests().answer(filed.id(), true, "确实有误", HOLDER)).isTrue();

        assertThat(publicity().entry("CF1")).isEmpty();
        assertThat(room.jdbc()
                        .sql("select public_until from registers.credit_publicity__current where entry = 'CF1'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2026, 10, 21));
    }

    @Test
    void another_text_changes_the_limits_from_its_first_day_on() {
        room.bean(CreditRuleStore.class)
                .put(new CreditRules.Rule(CreditRules.Act.PUBLISH, 5, "修订后的办法", LocalDate.of(2026, 2, 1)));
        room.bean(CreditRuleStore.class)
                .put(new CreditRules.Rule(CreditRules.Act.OBJECTION, 3, "修订后的办法", LocalDate.of(2026, 2, 1)));

        assertThat(entry("XK1").late()).isTrue();
        assertThat(entry("CF1").limit()).isEqualTo(7);
        assertThat(requests()
                        .file(entry("CF2"), Kind.OBJECTION, "有误", COMPANY)
                        .orElseThrow()
                        .dueOn())
                .isEqualTo(LocalDate.of(2026, 3, 5));
    }

    @Test
    void a_pack_with_the_register_says_all_limits_with_their_source() {
        var errors = new PackErrors();
        var section = new CreditSection(room.bean(CreditRuleStore.class));

        section.check(
                PackReader.ofTexts(
                        "half",
                        Map.of(
                                "registers/credit-publicity.yaml",
                                "code: credit-publicity",
                                "credit/limits.yaml",
                                "limits:\n  - {act: publish, amount: 7, unit: months, basis: 某办法, from: '2020-01-01'}\n"
                                        + "  - {act: repair, amount: 400, unit: working_days, from: '2020-01-01'}")),
                errors);

        assertThat(errors.list())
                .extracting(error -> error.messageKey() + " " + error.arguments())
                .contains(
                        "pack.wrong_value [unit, months]",
                        "pack.wrong_value [amount, 400]",
                        "pack.missing_value [basis]",
                        "pack.missing_value [publish]",
                        "pack.missing_value [least_public]");
    }

    @Test
    void only_the_holder_of_the_register_answers() {
        var filed = requests().file(entry("CF1"), Kind.OBJECTION, "有误", COMPANY).orElseThrow();

        assertThatThrownBy(() -> requests().answer(filed.id(), true, "同意", RegistersFixtures.staffOf("education")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(CommonProblem.NOT_ALLOWED));
        assertThatThrownBy(() -> requests().answer(999, true, "同意", HOLDER))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(RegistersProblem.CREDIT_REQUEST_NOT_FOUND));
    }
}
