package org.zhengtong.data.mediation.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemCode;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.TestNode;
import org.zhengtong.data.exchange.Transport;
import org.zhengtong.data.mediation.Calls;
import org.zhengtong.data.mediation.Calls.Called;
import org.zhengtong.data.mediation.MediatedService.Auth;
import org.zhengtong.data.mediation.MediatedService.Backend;
import org.zhengtong.data.mediation.MediatedService.Draft;
import org.zhengtong.data.mediation.MediatedService.Limits;
import org.zhengtong.data.mediation.Mediation;
import org.zhengtong.data.mediation.Mediation.Answer;
import org.zhengtong.data.mediation.Mediation.Message;
import org.zhengtong.data.mediation.Operation;
import org.zhengtong.data.mediation.ServiceCode;
import org.zhengtong.data.mediation.Services;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.GrantedReading.Client;
import org.zhengtong.data.sharing.SharingFakes;
import org.zhengtong.testing.SettableClock;

/** A provider in the city, a consumer in the county, a grant for calls from there, and one for calls from the city itself. */
abstract class PairOfNodes {

    static final ServiceCode CHECK = new ServiceCode("company-check");
    static final CurrentUser HOLDER = SharingFakes.staffOf("370000.public-security");
    static final CurrentUser ASKER = SharingFakes.staffOf("370102.administrative-approval");
    static final SettableClock CITY_CLOCK = new SettableClock();
    static final SettableClock COUNTY_CLOCK = new SettableClock();
    static OwnSystem system;

    @TempDir
    static Path folder;

    static CallingNode city;
    static CallingNode county;
    static DataGrant grant;
    static DataGrant local;

    @BeforeAll
    static void starts_two_nodes() {
        system = new OwnSystem();
        city = CallingNode.start("370100-main", CITY_CLOCK, folder);
        county = CallingNode.start("370102-main", COUNTY_CLOCK, folder, "zhengtong.trust.suite=ecdsa");
        TestNode.introduce(city.node, county.node, Transport.PUSH, Transport.PUSH);
        city.bean(Services.class).save(draft(system.address(), "secret"), 0, HOLDER);
        city.bean(Services.class).offer(CHECK, HOLDER);
        grant = city.granted(ASKER, HOLDER, "370102-main", 1_000);
        local = city.granted(ASKER, HOLDER, "", 1_000);
    }

    @AfterAll
    static void stops_them() {
        city.close();
        county.close();
        system.close();
    }

    @BeforeEach
    void begins_anew() {
        CITY_CLOCK.set(SettableClock.MONDAY_TEN);
        COUNTY_CLOCK.set(SettableClock.MONDAY_TEN);
        city.questions = UnaryOperator.identity();
        city.answers = UnaryOperator.identity();
        city.node.actions().clear();
        county.node.actions().clear();
        system.asked.clear();
    }

    static Draft draft(String address, String secret) {
        return new Draft(
                CHECK,
                "企业信息核验",
                "按统一社会信用代码核验",
                "101001/000001",
                List.of(
                        new Operation("GET", "/companies/{code}"),
                        new Operation("GET", "/"),
                        new Operation("POST", "/checks")),
                new Backend(address, Auth.BEARER, ""),
                secret,
                new Limits(Duration.ofSeconds(4), 1_000, 4_000),
                "");
    }

    static Message get(String path) {
        return new Message("GET", path, "", new TreeMap<>(), new byte[0]);
    }

    static Answer call(CallingNode from, Message message, String number) {
        return call(from, "370100-main", message, number);
    }

    static Answer call(CallingNode from, String node, Message message, String number) {
        var client = new Client("system-one", "开办系统", ASKER.department());
        return from.bean(Mediation.class)
                .call(new Mediation.Request(
                        client, () -> true, new NodeCode(node), CHECK, message, number, "核对主体", "10.0.0.1"));
    }

    static Answer call(Message message) {
        return call(county, message, grant.number().value());
    }

    static void refused(ProblemCode problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem()).isEqualTo(problem));
    }

    static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** The lines of a department, of the present moment first. */
    static List<Called> lines(CallingNode node, Calls.Side side, CurrentUser by) {
        var query = new Calls.Query(side, "", false, null, null, null, 500);
        return node.bean(Calls.class).search(query, by).calls();
    }
}
