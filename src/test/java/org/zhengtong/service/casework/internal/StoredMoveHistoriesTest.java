package org.zhengtong.service.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseConsultations;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseReopenings;
import org.zhengtong.service.casework.CaseSteps;
import org.zhengtong.service.casework.CaseSuspensions;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.NestedProcedures;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.Reopening;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** The histories of {@link MoveHistoriesTest} on a real database, fewer of them: one statement for each move. */
@PlatformTest
class StoredMoveHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("zhengtong.histories", 600) / 40;
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    ApplicationContext platform;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    SettableClock clock;

    @AfterEach
    void monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void histories_come_out_as_a_simple_model_has_them() {
        var done = new TreeMap<String, Integer>();
        for (var seed = 1; seed <= HISTORIES; seed++) {
            var history = new MoveHistory(seed, MONDAY, done);
            clock.set(history.on + "T10:00");
            history.run(
                    new StoredCase(NestedProcedures.accepted(platform, history.yaml(), RandomTree.joint())),
                    calendar::isWorkingDay);
        }
        assertThat(done).hasSizeGreaterThan(8);
    }

    private final class StoredCase implements MoveCase {

        private final CaseNumber number;
        private final CaseworkFixtures cast = CaseworkFixtures.of(platform);
        private final LimitStore limitStore = platform.getBean(LimitStore.class);

        StoredCase(CaseNumber number) {
            this.number = number;
        }

        @Override
        public CaseNumber number() {
            return number;
        }

        @Override
        public Cases cases() {
            return platform.getBean(Cases.class);
        }

        @Override
        public CaseSteps steps() {
            return platform.getBean(CaseSteps.class);
        }

        @Override
        public CaseConsultations consultations() {
            return platform.getBean(CaseConsultations.class);
        }

        @Override
        public CaseLimits limits() {
            return platform.getBean(CaseLimits.class);
        }

        @Override
        public CaseSuspensions suspensions() {
            return platform.getBean(CaseSuspensions.class);
        }

        @Override
        public CurrentUser lead() {
            return cast.liuSiyuanOfMarketRegulation();
        }

        @Override
        public CaseOutcome register(CaseReopenings.Register register) {
            return reopenings()
                    .register(
                            number(),
                            register,
                            new Reopening.Paper("00000000-0000-0000-0000-000000000000", "决定书.pdf"),
                            lead());
        }

        @Override
        public Reopenings reopenings() {
            return platform.getBean(Reopenings.class);
        }

        @Override
        public Returns returns() {
            return platform.getBean(Returns.class);
        }

        @Override
        public LoadedCase loaded() {
            return platform.getBean(CaseFileStore.class)
                    .find(CaseKey.of(number))
                    .orElseThrow();
        }

        @Override
        public Map<String, ClockRow> clocks() {
            return limitStore.clocks(CaseKey.of(number)).stream()
                    .collect(Collectors.toMap(ClockRow::step, Function.identity()));
        }

        @Override
        public List<Opinion> opinions() {
            return platform.getBean(CasePartsStore.class).opinions(CaseKey.of(number));
        }

        @Override
        public int extensions() {
            return limitStore.extensions(CaseKey.of(number)).size();
        }

        @Override
        public CurrentUser doer(TaskRow task) {
            return task.kind() == Block.StepKind.INTAKE
                    ? cast.sunJingAtTheWindow()
                    : cast.liuSiyuanOfMarketRegulation();
        }

        @Override
        public CurrentUser signer(Opinion signature) {
            return switch (signature.department().value()) {
                case "370100.taxation" -> cast.liWenOfTaxation();
                case "370100.human-resources" -> cast.chenLiOfHumanResources();
                default -> cast.gaoXiangOfMarketRegulation();
            };
        }

        @Override
        public CurrentUser head() {
            return cast.staff("jn-0203");
        }

        @Override
        public CurrentUser applicant() {
            return cast.wangHaiyan();
        }

        @Override
        public AccountId colleague() {
            return cast.gaoXiangOfMarketRegulation().id();
        }

        @Override
        public List<DepartmentId> others() {
            return List.of(new DepartmentId("370100.taxation"), new DepartmentId("370100.human-resources"));
        }

        @Override
        public void today(LocalDate day) {
            clock.set(day + "T10:00");
        }
    }
}
