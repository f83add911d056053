package org.zhengtong.data.registers.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.data.registers.RegistersFixtures.MARCH;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.database.internal.MayBeOld;
import org.zhengtong.base.database.internal.ReplicasForTests;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegistersFixtures;
import org.zhengtong.data.registers.RegistersFixtures.RowsInMemory;
import org.zhengtong.data.registers.internal.definition.DefinitionStore;
import org.zhengtong.data.registers.internal.definition.Shapes;
import org.zhengtong.testing.ReplicaServer;
import org.zhengtong.testing.RoomDatabase;

/** Records come from a real streaming replica as long as it is fresh enough, and from the primary otherwise. */
class ReplicaReadingTest {

    private static final RegisterCode CODE = new RegisterCode("people");
    private static final String NUMBER =
            CitizenNumber.completing("37010219900101900").value();

    @TempDir
    private static Path home;

    private static DataSource database;
    private static RegistersFixtures room;
    private static RegisterDefinition people;
    private static ReplicaServer server;
    private static JdbcClient replica;
    private static ReplicasForTests replicas;
    private static PreparedReading reading;

    @BeforeAll
    static void starts() throws Exception {
        database = RoomDatabase.with("registers");
        room = RegistersFixtures.on(database);
        people = room.define(RegistersFixtures.PEOPLE);
        room.load(CODE, "one", MARCH, RowsInMemory.of("number|name", NUMBER + "|旧名"));
        server = ReplicaServer.of(database, home.resolve("replica"));
        var url = server.urlOf(database);
        replica = JdbcClient.create(new DriverManagerDataSource(url, RoomDatabase.username(), RoomDatabase.password()));
        replicas = new ReplicasForTests(room.jdbc(), url, Duration.ofSeconds(5));
        reading = new PreparedReading(
                room.bean(Shapes.class),
                room.bean(DefinitionStore.class),
                new RecordStore(replicas.database()),
                new RecordSearch(room.jdbc(), replicas.database(), room.bean(RecordLinks.class)));
    }

    @AfterAll
    static void ends() {
        replicas.close();
        server.close();
        room.close();
    }

    private static Optional<Object> name() {
        return reading.byKey(CODE, new RecordKey(NUMBER), RegistersFixtures.everything(people))
                .map(record -> record.values().get(new ItemName("name")));
    }

    /** As a request that only reads asks. */
    private static Optional<Object> nameForReader() {
        try (var _ = MayBeOld.bind()) {
            return name();
        }
    }

    private static void rename(String name) {
        room.load(CODE, name, MARCH.plusDays(1), RowsInMemory.of("number|name", NUMBER + "|" + name));
    }

    /** Until the replica has applied all that is written. */
    private static void catchUp() {
        var written = room.jdbc()
                .sql("select pg_switch_wal()::text")
                .query(String.class)
                .single();
        while (!replica.sql("select pg_last_wal_replay_lsn() >= cast(:written as pg_lsn)")
                .param("written", written)
                .query(Boolean.class)
                .single()) {
            Thread.onSpinWait();
        }
        replicas.pass(Duration.ofSeconds(1));
    }

    @Test
    void a_fresh_replica_answers_and_a_late_one_does_not() {
        catchUp();
        assertThat(nameForReader()).contains("旧名");
        replica.sql("select cast(pg_wal_replay_pause() as text)")
                .query(String.class)
                .list();
        rename("新名");

        replicas.pass(Duration.ofSeconds(3));
        assertThat(nameForReader())
                .as("old, within the bound: from the replica")
                .contains("旧名");
        assertThat(name()).as("after a change of one's own").contains("新名");
        Optional<Object> within =
                Objects.requireNonNull(new TransactionTemplate(new DataSourceTransactionManager(room.database()))
                        .execute(_ -> nameForReader()));
        assertThat(within).as("within a transaction").contains("新名");
        try (var _ = MayBeOld.bind()) {
            assertThat(reading.changesAfter(CODE, 0, 10, RegistersFixtures.everything(people)))
                    .as("changes")
                    .extracting(record -> record.values().get(new ItemName("name")))
                    .containsExactly("新名");
        }

        replicas.pass(Duration.ofSeconds(3));
        assertThat(nameForReader()).as("beyond the bound").contains("新名");

        replica.sql("select cast(pg_wal_replay_resume() as text)")
                .query(String.class)
                .list();
        catchUp();
        assertThat(nameForReader()).contains("新名");
        assertThat(replicas.answeredByReplica()).isTrue();
    }

    @Test
    void a_replica_that_dies_is_not_noticed_by_readers() throws Exception {
        try (var second = ReplicaServer.of(database, home.resolve("second"));
                var watched = new ReplicasForTests(room.jdbc(), second.urlOf(database), Duration.ofHours(1))) {
            watched.pass(Duration.ofSeconds(1));
            assertThat(watched.answeredByReplica()).isTrue();
            second.close();
            assertThat(watched.answeredByReplica()).isFalse();
        }
    }
}
