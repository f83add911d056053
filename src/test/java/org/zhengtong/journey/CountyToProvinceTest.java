package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhengtong.app.node.ZhengtongApplication;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RecordQuery;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.RegisterWriting;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.sharing.Deliveries;
import org.zhengtong.data.sharing.Deliveries.ReceivedRecord;

/**
 * A record that is changed in the county is read at the province: three platforms, of which the county cannot be reached and only
 * the city knows both others. The demonstration's own request lets the province have the county's legal persons. While the city is down nothing is lost, and nothing comes twice after it is back.
 */
class CountyToProvinceTest {

    private static final String PROVINCE = "370000-main";
    private static final String CITY = "370100-main";
    private static final String COUNTY = "370102-main";
    private static final RegisterCode LEGAL_PERSONS = new RegisterCode("legal-person");
    private static final ItemName ADDRESS = new ItemName("address");

    private static Path folder;
    private static int provincePort;
    private static int cityPort;
    private static ConfigurableApplicationContext province;
    private static ConfigurableApplicationContext city;
    private static ConfigurableApplicationContext county;

    @BeforeAll
    static void start() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "platforms")), "upward-")
                .toAbsolutePath();
        provincePort = freePort();
        cityPort = freePort();
        city = startCity();
        province = start(PROVINCE, provincePort, true, CITY + ":PUSH:vouching");
        county = start(COUNTY, 0, false, CITY + ":PUSH:vouching");
        await(() -> knows(county, PROVINCE) && knows(province, COUNTY));
        await(() -> county.getBean(Registers.class).find(LEGAL_PERSONS).isPresent()
                && county.getBean(Registers.class).size(LEGAL_PERSONS).records() == 300);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The city only passes on: it has no pack and no departments. */
    private static ConfigurableApplicationContext startCity() {
        return start(
                CITY, cityPort, true, PROVINCE + ":PUSH:vouching," + COUNTY + ":FETCHED", "--zhengtong.node.region=");
    }

    private static ConfigurableApplicationContext start(
            String code, int port, boolean reached, String knows, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--zhengtong.data-dir=" + folder.resolve(code),
                "--server.port=" + port,
                "--spring.jmx.enabled=false",
                "--zhengtong.node.code=" + code,
                "--zhengtong.node.name=" + code,
                "--zhengtong.node.level="
                        + switch (code) {
                            case PROVINCE -> "PROVINCE";
                            case CITY -> "CITY";
                            default -> "COUNTY";
                        },
                "--zhengtong.node.address=" + (reached ? "http://localhost:" + port : ""),
                "--zhengtong.node.demo-history=false",
                "--zhengtong.exchange.every=200ms",
                "--zhengtong.exchange.longest-pause=1s",
                "--zhengtong.exchange.introduction.folder=" + folder.resolve("cards"),
                "--zhengtong.exchange.introduction.nodes=" + knows));
        arguments.addAll(List.of(settings));
        return SpringApplication.run(ZhengtongApplication.class, arguments.toArray(String[]::new));
    }

    private static boolean knows(ConfigurableApplicationContext node, String other) {
        return node.getBean(Nodes.class).trusted(new NodeCode(other)).isPresent();
    }

    @AfterAll
    static void stop() {
        for (var node : List.of(county, province, city)) {
            node.close();
        }
    }

    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(300).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static CurrentUser staff(ConfigurableApplicationContext node, String id) {
        var accounts = node.getBean(Accounts.class);
        var number = new StaffId(id);
        return accounts.findUser(accounts.ofStaff(List.of(number)).get(number)).orElseThrow();
    }

    private static LocalDate today() {
        return LocalDate.now(county.getBean(Clock.class));
    }

    private static RegisterRecord legalPerson(int number) {
        var registers = county.getBean(Registers.class);
        var permit = new ReadPermit(
                registers.require(LEGAL_PERSONS).items().keySet(), Map.of(), null, "", "test", Actor.system("test"));
        return county.getBean(RegisterReading.class)
                .search(RecordQuery.all(LEGAL_PERSONS, number), permit)
                .records()
                .getLast();
    }

    private static void moves(RegisterRecord record, String address) {
        var edit = new RegisterWriting.RecordEdit(
                LEGAL_PERSONS, record.key(), Map.of(ADDRESS, address), today(), record.position(), "变更登记");
        assertThat(county.getBean(RegisterWriting.class).write(edit, staff(county, "jn-0204")))
                .isInstanceOf(RegisterWriting.WriteOutcome.Written.class);
        county.getBean(Jobs.class).runSoon("sharing.deliver");
    }

    private static List<ReceivedRecord> received() {
        var meng = staff(province, "jn-1201");
        return province.getBean(Deliveries.class)
                .received(null, null, 1_000, meng)
                .records();
    }

    private static boolean arrived(RecordKey key, String address) {
        return received().stream()
                .anyMatch(record ->
                        record.key().equals(key.value()) && record.content().contains(address));
    }

    @Test
    void a_record_changed_in_the_county_is_read_at_the_province_even_over_a_cut() {
        await(() -> {
            county.getBean(Jobs.class).runSoon("sharing.deliver");
            return received().size() == 300;
        });
        assertThat(received()).allSatisfy(record -> {
            assertThat(record.sender()).isEqualTo(COUNTY);
            assertThat(record.content()).doesNotContain("representative");
        });

        var first = legalPerson(3);
        moves(first, "济南市历下区泉城路1号");
        await(() -> arrived(first.key(), "济南市历下区泉城路1号"));

        city.close();
        var second = legalPerson(5);
        moves(second, "济南市历下区解放路2号");
        moves(legalPerson(5), "济南市历下区经十路3号");
        assertThat(arrived(second.key(), "经十路3号")).as("while the city is down").isFalse();

        city = startCity();
        await(() -> arrived(second.key(), "经十路3号"));
        assertThat(received()).hasSize(300);
        assertThat(arrived(second.key(), "解放路2号")).isFalse();
        assertThat(arrived(first.key(), "泉城路1号")).isTrue();
    }
}
