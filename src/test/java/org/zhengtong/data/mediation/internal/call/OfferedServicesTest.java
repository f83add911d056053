package org.zhengtong.data.mediation.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.data.mediation.Calls;
import org.zhengtong.data.mediation.Calls.Called;
import org.zhengtong.data.mediation.MediatedService;
import org.zhengtong.data.mediation.MediatedService.Auth;
import org.zhengtong.data.mediation.MediatedService.Backend;
import org.zhengtong.data.mediation.MediatedService.Draft;
import org.zhengtong.data.mediation.MediatedService.Limits;
import org.zhengtong.data.mediation.MediationProblem;
import org.zhengtong.data.mediation.ServiceCode;
import org.zhengtong.data.mediation.Services;
import org.zhengtong.data.mediation.Services.SaveOutcome;
import org.zhengtong.data.mediation.internal.directory.Directory;
import org.zhengtong.data.sharing.internal.snapshot.GrantTelling;

/** What a department offers, what neighbours know of it, and what stands in the lists of calls. */
class OfferedServicesTest extends PairOfNodes {

    @Test
    void neighbours_know_what_is_offered_and_what_was_granted_to_them() {
        city.bean(Directory.class).tellAll();
        city.bean(GrantTelling.class).tellAll();
        city.node.carry();
        county.node.carry();

        assertThat(county.bean(Services.class).offered())
                .filteredOn(each -> each.node().equals(city.node.code()))
                .singleElement()
                .satisfies(each -> assertThat(each.operations()).hasSize(3))
                .satisfies(each -> assertThat(each.name()).isEqualTo("企业信息核验"));
        assertThat(county.bean(Services.class).held(city.node.code(), CHECK, ASKER.department()))
                .extracting(Services.HeldGrant::number)
                .contains(grant.number().value())
                .doesNotContain(local.number().value());
    }

    @Test
    void a_department_tries_its_own_service_out() {
        var services = city.bean(Services.class);
        assertThat(services.test(CHECK, "/companies/7?x=1", HOLDER))
                .satisfies(tested -> assertThat(tested.status()).isEqualTo(200))
                .satisfies(tested -> assertThat(tested.body()).contains("/companies/7"));
        assertThat(services.test(CHECK, "/other", HOLDER).fault()).isEqualTo("mediation.path_not_offered");
        assertThat(city.logged("mediation.test_service")).hasSize(1);
    }

    @Test
    void a_draft_with_faults_is_not_stored() {
        var wrong = new Draft(
                new ServiceCode("second"),
                " ",
                "",
                "101001/000001",
                List.of(),
                new Backend("ftp://x", Auth.BASIC, ""),
                null,
                new Limits(Duration.ofSeconds(100), 1, 1 << 30),
                "{}");
        assertThat(city.bean(Services.class).save(wrong, 0, HOLDER))
                .isInstanceOfSatisfying(
                        SaveOutcome.Refused.class,
                        refused -> assertThat(refused.faults())
                                .containsOnlyKeys(
                                        "name",
                                        "operations",
                                        "address",
                                        "user",
                                        "resource",
                                        "patience",
                                        "answer",
                                        "openapi"));
        var present = city.bean(Services.class).require(CHECK);
        assertThat(city.bean(Services.class).save(draft(system.address(), null), present.revision() - 1, HOLDER))
                .isInstanceOf(SaveOutcome.Overtaken.class);
        assertThat(present.state()).isEqualTo(MediatedService.State.OFFERED);
    }

    @Test
    void statistics_of_a_day_count_calls_and_failures() {
        call(get("/companies/1"));
        refused(MediationProblem.PROVIDER_REDIRECTS, () -> call(get("/companies/elsewhere")));
        var today = java.time.LocalDate.now(CITY_CLOCK);
        assertThat(city.bean(Calls.class).days(CHECK, today.minusDays(1), today))
                .hasSize(2)
                .last()
                .satisfies(day -> assertThat(day.calls()).isGreaterThanOrEqualTo(2))
                .satisfies(day -> assertThat(day.failed()).isGreaterThanOrEqualTo(1));
        var failed = new Calls.Query(Calls.Side.PROVIDER, "company", true, today, today, null, 50);
        assertThat(city.bean(Calls.class).search(failed, HOLDER).calls()).allMatch(Called::failed);
    }

    @Test
    void lines_of_calls_go_on_where_a_page_ended() {
        for (var call = 0; call < 3; call++) {
            call(get("/companies/1"));
            COUNTY_CLOCK.advance(Duration.ofSeconds(1));
        }
        var calls = county.bean(Calls.class);
        var first = calls.search(new Calls.Query(Calls.Side.CONSUMER, "", false, null, null, null, 2), ASKER);
        var second = calls.search(new Calls.Query(Calls.Side.CONSUMER, "", false, null, null, first.next(), 2), ASKER);
        assertThat(first.calls()).hasSize(2);
        assertThat(second.calls()).isNotEmpty().doesNotContainAnyElementsOf(first.calls());
        var odd = new Calls.Query(Calls.Side.CONSUMER, "", false, null, null, "odd~x", 2);
        assertThat(calls.search(odd, ASKER).calls()).hasSize(2);
    }

    @Test
    void what_could_be_repeated_is_forgotten_when_it_would_be_refused_for_its_age() {
        call(get("/companies/1"));
        CITY_CLOCK.advance(Duration.ofDays(3));
        city.bean(ForgettingJob.class).run();
        assertThat(city.bean(JdbcClient.class)
                        .sql("select count(*) from mediation.passed")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
