package org.zhengtong.data.connectors;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.jobs.JobSchedules;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.trust.Confidences;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.base.trust.OwnSecrets;
import org.zhengtong.base.trust.internal.node.SealedForOneself;
import org.zhengtong.data.connectors.internal.ConnectorFolders;
import org.zhengtong.data.connectors.internal.store.ContractStore;
import org.zhengtong.data.connectors.internal.store.RunStore;
import org.zhengtong.data.connectors.internal.store.SourceStore;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegistersFixtures;
import org.zhengtong.testing.RoomDatabase;
import org.zhengtong.testing.SettableClock;

/** The room on a real database of its own; jobs are done when the test says so. */
public final class ConnectorsFixtures implements AutoCloseable {

    public static final Actor LI = RegistersFixtures.LI;
    public static final RegisterCode PEOPLE = new RegisterCode("people");
    static final DepartmentId POLICE = new DepartmentId("370000.public-security");

    private static final ThreadLocal<Path> FOLDER = new ThreadLocal<>();

    private final RegistersFixtures rooms;

    private ConnectorsFixtures(DataSource database, Path folder) {
        FOLDER.set(folder);
        rooms = RegistersFixtures.on(database, Beans.class);
        rooms.define(RegistersFixtures.PEOPLE);
    }

    public static ConnectorsFixtures start(Path folder) {
        return new ConnectorsFixtures(RoomDatabase.with("registers", "connectors"), folder);
    }

    public static ConnectorsFixtures on(DataSource database, Path folder) {
        return new ConnectorsFixtures(database, folder);
    }

    /** The room's beans and what they need of others. */
    @ComponentScan(
            value = "org.zhengtong.data.connectors.internal",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(ConnectorsConfiguration|ConnectorSettings)"))
    static class Beans {
        @Bean
        ConnectorFolders folders() {
            return new ConnectorFolders(FOLDER.get(), new ConnectorFolders.Folders(null, null));
        }

        @Bean
        ConnectorsFakes.Chosen settings() {
            return new ConnectorsFakes.Chosen();
        }

        @Bean
        NodeKeys keys() {
            return new ConnectorsFakes.OneKey();
        }

        @Bean
        Confidences confidences() {
            return new ConnectorsFakes.UnderOneKey();
        }

        @Bean
        OwnSecrets secrets(Confidences confidences, NodeKeys keys) {
            return new SealedForOneself(confidences, keys);
        }

        @Bean
        ConnectorsFakes.Waiting jobs(
                org.springframework.beans.factory.ObjectProvider<LongWork> kinds, SettableClock clock) {
            return new ConnectorsFakes.Waiting(kinds, clock);
        }

        @Bean
        JobSchedules schedules(SettableClock clock) {
            return new ConnectorsFakes.Hourly(clock);
        }
    }

    public <T> T bean(Class<T> type) {
        return rooms.bean(type);
    }

    /** The job that starts what is due and notices silence. */
    public RecurringJob schedule() {
        return rooms.job("connectors.schedule");
    }

    public Connectors connectors() {
        return bean(Connectors.class);
    }

    public Runs runs() {
        return bean(Runs.class);
    }

    public ConnectorsFakes.Waiting jobs() {
        return bean(ConnectorsFakes.Waiting.class);
    }

    public SettableClock clock() {
        return rooms.clock();
    }

    public JdbcClient jdbc() {
        return rooms.jdbc();
    }

    public Contract contract(long id) {
        return bean(ContractStore.class).find(id).orElseThrow();
    }

    public Source source(long id) {
        return bean(SourceStore.class).find(id).orElseThrow();
    }

    /** Another database as a source. */
    public long database(DataSource database, String password) {
        return database(database, password, RoomDatabase.username());
    }

    /** Another database as a source, without a server of one's own. */
    long database(DataSource database, String password, String user) {
        var address = java.util.Objects.requireNonNull(((DriverManagerDataSource) database).getUrl())
                .replaceFirst("jdbc:postgresql://", "")
                .split("[:/?]");
        return connectors()
                .add(
                        new Source.Draft(
                                "人口系统",
                                POLICE,
                                SourceKind.JDBC,
                                Map.of(
                                        "product",
                                        "POSTGRESQL",
                                        "host",
                                        address[0],
                                        "port",
                                        address[1],
                                        "database",
                                        address[2],
                                        "user",
                                        user),
                                password),
                        LI);
    }

    public long contract(long source, Map<String, String> reading) {
        return contract(source, reading, new Contract.Plan("", null, 0, Duration.ZERO));
    }

    public long contract(long source, Map<String, String> reading, Contract.Plan plan) {
        return connectors().add(source, new Contract.Draft("每日人口", PEOPLE, reading, plan), LI);
    }

    /** Maps columns to items, as they are. */
    public void map(long contract, List<Contract.SourceColumn> columns, Map<String, String> columnOfItem) {
        connectors()
                .map(
                        contract,
                        columnOfItem.entrySet().stream()
                                .map(entry -> rule(entry.getKey(), Mapping.Way.COPY, entry.getValue(), ""))
                                .toList(),
                        columns,
                        LI);
    }

    public static Mapping.Rule rule(String item, Mapping.Way way, String column, String detail) {
        return new Mapping.Rule(new ItemName(item), way, column, detail);
    }

    /** Starts a contract and does the work; the run as it then is. */
    public Run run(long contract) {
        runs().start(contract, LI);
        jobs().work();
        return lastRun(contract);
    }

    public Run lastRun(long contract) {
        return bean(RunStore.class).list(contract, null, 1).getFirst();
    }

    public static Contract.@Nullable Window window(String from, String to) {
        return new Contract.Window(LocalTime.parse(from), LocalTime.parse(to));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        rooms.close();
    }
}
