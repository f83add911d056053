package org.zhengtong.data.connectors;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.jobs.JobFailure;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.JobSchedules;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.jobs.RecurringStatus;
import org.zhengtong.base.jobs.ScheduleOutcome;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.base.jobs.WorkQuery;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.jobs.WorkState;
import org.zhengtong.base.jobs.WorkStatus;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.Settings;
import org.zhengtong.base.trust.Confidences;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.base.trust.NodePapers;
import org.zhengtong.base.trust.TrustSuite;
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
        Chosen settings() {
            return new Chosen();
        }

        @Bean
        NodeKeys keys() {
            return new OneKey();
        }

        @Bean
        Confidences confidences() {
            return new UnderOneKey();
        }

        @Bean
        Waiting jobs(org.springframework.beans.factory.ObjectProvider<LongWork> kinds, SettableClock clock) {
            return new Waiting(kinds, clock);
        }

        @Bean
        JobSchedules schedules(SettableClock clock) {
            return new Hourly(clock);
        }
    }

    /** Settings that a test chooses. */
    public static final class Chosen implements Settings {
        private final Map<String, String> values = new HashMap<>(Map.of(
                "zhengtong.connectors.addresses", "localhost, 127.0.0.0/8, [::1]", "zhengtong.connectors.quiet", "0s"));

        public void choose(String name, String value) {
            values.put(name, value);
        }

        @Override
        public <T> T value(Setting<T> setting) {
            var chosen = values.get(setting.name());
            return chosen == null
                    ? setting.usualValue()
                    : setting.kind().read(chosen).orElseThrow();
        }
    }

    /** Long work that waits until a test lets it go. */
    public static final class Waiting implements Jobs {
        private final org.springframework.beans.factory.ObjectProvider<LongWork> kinds;
        private final SettableClock clock;
        private final Map<WorkId, WorkRequest> requests = new LinkedHashMap<>();
        private final Map<WorkId, WorkState> states = new HashMap<>();
        private java.util.function.LongConsumer heard = _ -> {};

        Waiting(org.springframework.beans.factory.ObjectProvider<LongWork> kinds, SettableClock clock) {
            this.kinds = kinds;
            this.clock = clock;
        }

        /** Tells somebody of the rows of each chunk. */
        public void tell(java.util.function.LongConsumer listener) {
            heard = listener;
        }

        /** Does all that waits; returns what went wrong. */
        public List<RuntimeException> work() {
            var wrong = new ArrayList<RuntimeException>();
            for (var id : List.copyOf(requests.keySet())) {
                if (states.get(id) == WorkState.WAITING) {
                    work(id).ifPresent(wrong::add);
                }
            }
            return wrong;
        }

        private Optional<RuntimeException> work(WorkId id) {
            var request = java.util.Objects.requireNonNull(requests.get(id));
            var kind = kinds.stream()
                    .filter(work -> work.kind().equals(request.kind()))
                    .findAny()
                    .orElseThrow();
            try {
                kind.run(request.input(), new Watched(id, this));
                states.put(id, WorkState.DONE);
                return Optional.empty();
            } catch (RuntimeException failure) {
                states.put(id, WorkState.FAILED);
                return Optional.of(failure);
            }
        }

        /** How many pieces of work were asked for. */
        public int asked() {
            return requests.size();
        }

        @Override
        public WorkId start(WorkRequest request) {
            var id = new WorkId(requests.size() + 1L);
            requests.put(id, request);
            states.put(id, WorkState.WAITING);
            return id;
        }

        @Override
        public Optional<WorkStatus> find(WorkId id) {
            var request = requests.get(id);
            return request == null
                    ? Optional.empty()
                    : Optional.of(new WorkStatus(
                            id,
                            request.kind(),
                            request.title(),
                            java.util.Objects.requireNonNull(states.get(id)),
                            0,
                            0,
                            0,
                            null,
                            false,
                            1,
                            request.startedBy(),
                            clock.instant(),
                            null,
                            null));
        }

        @Override
        public boolean cancel(WorkId id, Actor by) {
            return states.replace(id, WorkState.WAITING, WorkState.CANCELED);
        }

        @Override
        public boolean retry(WorkId id, Actor by) {
            return states.replace(id, WorkState.FAILED, WorkState.WAITING);
        }

        @Override
        public List<WorkStatus> search(WorkQuery query) {
            return List.of();
        }

        @Override
        public Map<WorkState, Long> counts() {
            return new EnumMap<>(WorkState.class);
        }

        @Override
        public List<RecurringStatus> recurring() {
            return List.of();
        }

        @Override
        public boolean runSoon(String name) {
            return false;
        }

        @Override
        public List<JobFailure> failures(WorkId id) {
            return List.of();
        }
    }

    private record Watched(WorkId id, Waiting jobs) implements WorkProgress {
        @Override
        public long done() {
            return 0;
        }

        @Override
        public void expect(long total) {}

        @Override
        public void advance(long done, long setAside) {
            jobs.heard.accept(done);
        }

        @Override
        public void say(JobNote message) {}

        @Override
        public boolean canceled() {
            return jobs.states.get(id) == WorkState.CANCELED;
        }
    }

    /** Every schedule comes in an hour. */
    private record Hourly(SettableClock clock) implements JobSchedules {
        @Override
        public List<RecurringStatus> list() {
            return List.of();
        }

        @Override
        public Optional<RecurringStatus> find(String name) {
            return Optional.empty();
        }

        @Override
        public List<Instant> next(JobSchedule schedule, int most) {
            return List.of(clock.instant().plus(Duration.ofHours(1)));
        }

        @Override
        public ScheduleOutcome choose(String name, JobSchedule schedule, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ScheduleOutcome restore(String name, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ScheduleOutcome pause(String name, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ScheduleOutcome resume(String name, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean runSoon(String name, Actor by) {
            return false;
        }

        @Override
        public List<JobFailure> failures(String name, int most) {
            return List.of();
        }
    }

    private record OneKey() implements NodeKeys {
        @Override
        public NodePapers own() {
            return new NodePapers(TrustSuite.ECDSA, "", "", "", "own");
        }

        @Override
        public boolean sound(NodePapers papers, Instant at) {
            return true;
        }

        @Override
        public byte[] fingerprint(NodePapers papers) {
            return new byte[32];
        }

        @Override
        public String keyId(String signerPem) {
            return "own";
        }

        @Override
        public boolean verify(byte[] content, byte[] signature, String signerPem) {
            return true;
        }

        @Override
        public MessageDigest digest(TrustSuite suite) {
            throw new UnsupportedOperationException();
        }
    }

    /** Really encrypts; what wraps is one key of the test. */
    private static final class UnderOneKey implements Confidences {
        private static final byte[] KEY = new byte[32];

        @Override
        public byte[] newSecret(TrustSuite suite) {
            var secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            return secret;
        }

        @Override
        public byte[] wrap(byte[] secret, String encryptionPem) {
            return encrypt(new Piece(TrustSuite.ECDSA, KEY, 7, new byte[0]), secret);
        }

        @Override
        public byte[] unwrap(byte[] wrapped) {
            return decrypt(new Piece(TrustSuite.ECDSA, KEY, 7, new byte[0]), wrapped);
        }

        @Override
        public byte[] encrypt(Piece piece, byte[] plain) {
            return crypt(Cipher.ENCRYPT_MODE, piece, plain);
        }

        @Override
        public byte[] decrypt(Piece piece, byte[] encrypted) {
            return crypt(Cipher.DECRYPT_MODE, piece, encrypted);
        }

        private static byte[] crypt(int mode, Piece piece, byte[] content) {
            try {
                var cipher = Cipher.getInstance("AES/GCM/NoPadding");
                var nonce = Arrays.copyOf(new byte[] {(byte) piece.number()}, 12);
                cipher.init(mode, new SecretKeySpec(piece.secret(), "AES"), new GCMParameterSpec(128, nonce));
                cipher.updateAAD(piece.label());
                return cipher.doFinal(content);
            } catch (GeneralSecurityException changed) {
                throw new SecurityException(changed);
            }
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

    public Waiting jobs() {
        return bean(Waiting.class);
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
