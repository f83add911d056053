package org.zhengtong.service.crossing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.data.exchange.EnvelopeId;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.ReceivedEnvelope;
import org.zhengtong.service.casework.CaseCopies;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;
import tools.jackson.databind.json.JsonMapper;

/** What a county's sub-hall reports, the city's supervisors see; an older report never replaces a newer one. */
@PlatformTest
class ReportedCasesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final CaseNumber NUMBER = new CaseNumber(number("370102"));

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext platform;

    @Autowired
    ReportsReceived received;

    @Autowired
    CaseCopies copies;

    CaseworkFixtures cast;
    Instant now;

    @BeforeEach
    void cast(@Autowired SettableClock clock) {
        cast = CaseworkFixtures.of(platform);
        now = clock.instant();
    }

    private static String number(String county) {
        return CaseNumber.of(new DivisionCode(county), LocalDate.of(2026, 3, 2), 77_001)
                .value();
    }

    private ReportedCase report(CaseState state, @Nullable LocalDate dueOn, Instant at) {
        return new ReportedCase(
                NUMBER.value(),
                CaseworkFixtures.COMPANY_ESTABLISHMENT.value(),
                "设立登记（分中心）",
                "370102",
                "370102.market-regulation",
                state,
                now.minus(Duration.ofDays(2)),
                null,
                dueOn,
                dueOn == null ? "MET" : "RUNNING",
                null,
                null,
                null,
                at);
    }

    private ReceiptNote receive(String node, byte[] bytes) {
        return received.receive(new ReceivedEnvelope(
                new EnvelopeId(UUID.randomUUID()),
                new NodeCode(node),
                "case.report",
                1,
                Reports.KIND,
                NUMBER.value(),
                now,
                bytes.length,
                () -> new ByteArrayInputStream(bytes)));
    }

    private ReceiptNote receive(String node, ReportedCase report) {
        return receive(node, JSON.writeValueAsBytes(report));
    }

    @Test
    void supervisors_see_where_a_sub_halls_cases_stand() {
        var late = LocalDate.of(2026, 2, 27);
        assertThat(receive("370102-main", report(CaseState.ACCEPTED, late, now)))
                .isEqualTo(ReceiptNote.applied("crossing.reported", NUMBER.value()));
        assertThat(receive("370102-main", report(CaseState.FILED, null, now.minusSeconds(60)))
                        .accepted())
                .as("older, and without effect")
                .isTrue();
        assertThat(receive("370103-main", report(CaseState.DENIED, null, now)).accepted())
                .as("another node has no say")
                .isFalse();
        assertThat(receive("370102-main", "{".getBytes(StandardCharsets.UTF_8)).accepted())
                .isFalse();

        var zhou = Visitor.at(port).signedInAs("周敏");
        var page = zhou.open("/staff/reported-cases?late=true&state=ACCEPTED&division=370102");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(NUMBER.value(), "设立登记（分中心）", "超期");
        assertThat(zhou.open("/staff/reported-cases?state=DENIED").text()).doesNotContain(NUMBER.value());
        assertThat(zhou.open("/staff/reported-cases?division=3713").text()).doesNotContain(NUMBER.value());
        assertThat(new String(
                        zhou.open("/staff/reported-cases/cases.csv?late=true").bytes(), StandardCharsets.UTF_8))
                .contains(NUMBER.value());
        assertThat(Visitor.at(port)
                        .signedInAs("孙静")
                        .open("/staff/reported-cases")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_report_says_nothing_personal() {
        var number = cast.accepted();

        var text = JSON.writeValueAsString(ReportedCase.of(number, now, copies.copy(number)));

        assertThat(text).contains(number.value(), "ACCEPTED", "RUNNING").doesNotContain("王海燕", "泉汐", "138");
    }
}
