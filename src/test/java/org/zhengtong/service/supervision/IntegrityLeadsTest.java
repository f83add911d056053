package org.zhengtong.service.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

/** Leads show what stands out, to those with a right of its own, and each look is recorded. */
@PlatformTest
class IntegrityLeadsTest {

    private static final LocalDate FROM = LocalDate.parse("2026-12-01");
    private static final LocalDate TO = LocalDate.parse("2026-12-31");
    private static final DivisionCode JINAN = new DivisionCode("370100");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext platform;

    @Autowired
    IntegrityLeads leads;

    @Autowired
    SettableClock clock;

    CaseworkFixtures cast;

    @BeforeEach
    void cast() {
        cast = CaseworkFixtures.of(platform);
        clock.set("2026-12-01T09:00");
    }

    @AfterEach
    void monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void a_quick_decision_and_one_that_overtook_others_are_leads_with_their_figures() {
        var waiting = java.util.stream.Stream.generate(cast::accepted).limit(11).toList();
        clock.set("2026-12-01T15:00");
        var hurried = cast.accepted();
        clock.set("2026-12-01T15:02");
        decide(hurried);
        clock.set("2026-12-03T10:00");
        waiting.forEach(this::decide);
        var head = cast.staff("sd-0002");

        var quick = leads.look(IntegrityLeads.Kind.QUICK, FROM, TO, JINAN, head);
        var jumps = leads.look(IntegrityLeads.Kind.JUMP, FROM, TO, JINAN, head);

        assertThat(quick).anySatisfy(lead -> {
            assertThat(lead.number()).isEqualTo(hurried);
            assertThat(lead.measured()).isEqualTo(2);
            assertThat(lead.reviewer()).isEqualTo("刘思远");
        });
        assertThat(jumps).anySatisfy(lead -> {
            assertThat(lead.number()).isEqualTo(hurried);
            assertThat(lead.measured()).isGreaterThanOrEqualTo(11);
        });
        assertThat(quick).noneMatch(lead -> waiting.contains(lead.number()));
    }

    @Test
    void one_reviewer_for_one_applicant_is_a_lead_where_others_decide_as_well() {
        for (var round = 0; round < 3; round++) {
            decide(cast.accepted());
        }
        var other = cast.accepted();
        decide(other, cast.gaoXiangOfMarketRegulation());

        var pairs = leads.look(IntegrityLeads.Kind.PAIR, FROM, TO, JINAN, cast.staff("sd-0002"));

        assertThat(pairs).anySatisfy(lead -> {
            assertThat(lead.reviewer()).isEqualTo("刘思远");
            assertThat(lead.measured()).isGreaterThanOrEqualTo(3);
        });
    }

    @Test
    void looking_needs_a_right_of_its_own_and_is_recorded() {
        assertThatThrownBy(() -> leads.look(IntegrityLeads.Kind.QUICK, FROM, TO, JINAN, cast.staff("sd-0001")))
                .isInstanceOf(ProblemException.class);
        assertThat(Visitor.at(port)
                        .signedInAs("周敏")
                        .open("/staff/supervision/leads")
                        .status())
                .isEqualTo(403);

        var page =
                Visitor.at(port).signedInAs("季云舟").open("/staff/supervision/leads?kind=jump&of=2026-12&within=370100");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("不是结论");
        assertThat(platform.getBean(AuditProofs.class).entriesAbout("division", "370100"))
                .anyMatch(entry -> entry.action().event().equals("supervision.view_leads")
                        && entry.action().actor().name().equals("季云舟"));
    }

    private void decide(CaseNumber number) {
        decide(number, cast.liuSiyuanOfMarketRegulation());
    }

    private void decide(CaseNumber number, org.zhengtong.base.identity.CurrentUser reviewer) {
        var task = platform.getBean(CaseReading.class).openMine(number, cast.wangHaiyan()).lanes().stream()
                .filter(lane -> lane.department().slug().equals("market-regulation"))
                .map(lane -> java.util.Objects.requireNonNull(lane.task()))
                .findFirst()
                .orElseThrow();
        platform.getBean(Cases.class).decide(task, new Decision.Granted("材料齐全，符合法定形式，予以登记。"), reviewer);
    }
}
