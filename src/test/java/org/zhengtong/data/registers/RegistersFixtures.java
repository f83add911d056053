package org.zhengtong.data.registers;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.database.QueryStore;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.AccessReasons;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.HeldRole;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.permission.RoleCode;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.schema.internal.RealForms;
import org.zhengtong.base.trust.Signature;
import org.zhengtong.base.trust.Signer;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.base.workdays.internal.RealCalendar;
import org.zhengtong.testing.RoomDatabase;
import org.zhengtong.testing.ScopedRights;
import org.zhengtong.testing.SettableClock;

/** The room on a real database of its own, without the rest of the platform. */
public final class RegistersFixtures implements AutoCloseable {

    public static final Actor LI = new Actor(Actor.Kind.STAFF, "7", "李文");
    public static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private static final EntryId ENTRY = EntryId.of("00000000-0000-7000-8000-000000000000");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final HikariDataSource database;

    private RegistersFixtures(DataSource single, Class<?>... more) {
        this.database = pool(single);
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(QueryStore.class, () -> QueryStore.only(JdbcClient.create(database)));
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
        context.registerBean(SettableClock.class);
        // Rooms may call their stores alike.
        context.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        context.register(Room.class);
        if (more.length > 0) {
            context.register(more);
        }
        context.refresh();
    }

    private static HikariDataSource pool(DataSource single) {
        var pool = new HikariDataSource();
        pool.setDataSource(single);
        pool.setMaximumPoolSize(6);
        pool.setMinimumIdle(1);
        return pool;
    }

    /** A new database. */
    public static RegistersFixtures start() {
        return new RegistersFixtures(RoomDatabase.with("registers"));
    }

    /** On a database that is there already, with the beans of other rooms. */
    public static RegistersFixtures on(DataSource database, Class<?>... more) {
        return new RegistersFixtures(database, more);
    }

    /** The room's beans and what they need of others; no stereotype, or the whole platform would find it, too. */
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan("org.zhengtong.data.registers.internal.definition")
    @ComponentScan("org.zhengtong.data.registers.internal.loading")
    @ComponentScan("org.zhengtong.data.registers.internal.reading")
    @ComponentScan("org.zhengtong.data.registers.internal.writing")
    @ComponentScan("org.zhengtong.data.registers.internal.correction")
    @ComponentScan("org.zhengtong.data.registers.internal.credit")
    static class Room {
        @Bean
        Forms forms() {
            return RealForms.forms();
        }

        @Bean
        Recorded audit() {
            return new Recorded();
        }

        @Bean
        Signer signer() {
            return new PlainSigner();
        }

        @Bean
        Permissions permissions() {
            return new ByDepartment();
        }

        @Bean
        Told notices() {
            return new Told();
        }

        @Bean
        AccessReasons access() {
            return new NobodyElse();
        }

        @Bean
        WorkingCalendar calendar() {
            return RealCalendar.ofWeeks();
        }

        @Bean
        Heard heard() {
            return new Heard();
        }
    }

    /** What was written down. */
    public static final class Recorded implements AuditLog {
        public final List<AuditAction> actions = new ArrayList<>();

        @Override
        public synchronized EntryId record(AuditAction action) {
            actions.add(action);
            return ENTRY;
        }

        @Override
        public List<EntryId> recordAll(List<AuditAction> all) {
            return all.stream().map(this::record).toList();
        }
    }

    /** Everybody may do everything to what the own department is the source of. */
    private static final class ByDepartment extends ScopedRights {
        @Override
        public DataScope scopeOf(CurrentUser user, String permission) {
            return user.department() == null ? DataScope.NOTHING : DataScope.of(user.department());
        }
    }

    /** Messages that were sent. */
    public static final class Told implements Notices {
        public final List<Notice> notices = new ArrayList<>();

        @Override
        public void send(Notice notice) {
            notices.add(notice);
        }
    }

    /** News that the room told others. */
    public static final class Heard {
        public final List<Object> events = new ArrayList<>();

        @EventListener
        void hear(ItemCorrected event) {
            events.add(event);
        }

        @EventListener
        void hear(RecordsChanged event) {
            events.add(event);
        }
    }

    private record NobodyElse() implements AccessReasons {
        @Override
        public List<HeldRole> of(AccountId account) {
            return List.of();
        }

        @Override
        public List<HeldRole> holders(String permission) {
            return List.of(new HeldRole(
                    1,
                    HeldRole.Source.DIRECT,
                    new AccountId(7),
                    new RoleCode("data-administrator"),
                    DataScope.of(new DepartmentId("370000.public-security")),
                    null,
                    null,
                    "test",
                    null,
                    null));
        }
    }

    /** A member of staff of a provincial department, such as {@code public-security}. */
    public static CurrentUser staffOf(String department) {
        return new CurrentUser(
                new AccountId(7),
                "李文",
                AccountKind.STAFF,
                new DepartmentId("370000." + department),
                null,
                java.util.Set.of());
    }

    /** Sees everything in the clear. */
    public static ReadPermit everything(RegisterDefinition register) {
        return new ReadPermit(register.items().keySet(), Map.of(), null, "test", "test", LI);
    }

    private record PlainSigner() implements Signer {
        @Override
        public TrustSuite suite() {
            return TrustSuite.values()[0];
        }

        @Override
        public Signature sign(byte[] content) {
            return new Signature("test", "none", new byte[] {1});
        }

        @Override
        public boolean verify(byte[] content, Signature signature) {
            return true;
        }

        @Override
        public Optional<String> certificate(String keyId) {
            return Optional.empty();
        }
    }

    /** Tells an event to whoever listens. */
    public void tell(Object event) {
        context.publishEvent(event);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The recurring job of a name. */
    public RecurringJob job(String name) {
        return context.getBeansOfType(RecurringJob.class).values().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public DataSource database() {
        return database;
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public SettableClock clock() {
        return bean(SettableClock.class);
    }

    public RegisterDefinition define(String definition) {
        return switch (bean(Registers.class).define(definition, LI)) {
            case Registers.DefineOutcome.Made made -> made.register();
            case Registers.DefineOutcome.Changed changed -> changed.register();
            case Registers.DefineOutcome.Refused refused -> throw new AssertionError(refused.faults());
        };
    }

    /** Loads rows whose columns bear the items' names. */
    public LoadReport load(RegisterCode register, String reference, LocalDate validFrom, RowSource rows) {
        return bean(RegisterLoading.class)
                .load(new LoadRequest(register, reference, reference, Map.of(), validFrom, LI), rows);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    /** Rows in memory; the cursor is their number. */
    public record RowsInMemory(List<String> columns, List<@Nullable String[]> rows) implements RowSource {
        public static RowsInMemory of(String columns, String... rows) {
            return new RowsInMemory(
                    List.of(columns.split("\\|")),
                    java.util.Arrays.stream(rows)
                            .map(row -> java.util.Arrays.stream(row.split("\\|", -1))
                                    .map(value -> value.isEmpty() ? null : value)
                                    .toArray(String[]::new))
                            .toList());
        }

        @Override
        public Rows open(@Nullable String cursor) {
            return new Rows() {
                private int at = cursor == null ? 0 : Integer.parseInt(cursor);

                @Override
                public @Nullable String @Nullable [] next() {
                    return at < rows.size() ? rows.get(at++) : null;
                }

                @Override
                public String cursor() {
                    return String.valueOf(at);
                }

                @Override
                public void close() {}
            };
        }
    }

    /** A register of people with one item of each kind. */
    public static final String PEOPLE = """
        code: people
        holder: 370000.public-security
        key: number
        label: name
        indexes: [[division], [name]]
        search: [name, number]
        items:
          number: {sensitivity: PERSONAL, masking: NUMBER}
          name: {sensitivity: PERSONAL, masking: NAME}
          mobile: {sensitivity: PERSONAL, masking: PHONE}
        sources:
          - {department: 370000.public-security, from: '2020-01-01', items: [number, name, born, division]}
          - {department: 370000.human-resources, from: '2020-01-01', items: [insured]}
        schema:
          $schema: https://json-schema.org/draft/2020-12/schema
          title: 试验人口库
          type: object
          x-en: {title: People for tests}
          properties:
            person:
              type: object
              title: 基本信息
              x-en: {title: Person}
              required: [number, name]
              properties:
                number: {type: string, title: 公民身份号码, format: citizen-number, x-en: {title: Citizen number}}
                name: {type: string, title: 姓名, maxLength: 30, x-en: {title: Name}}
                sex: {type: string, title: 性别, oneOf: [{const: '1', title: 男}, {const: '2', title: 女}], x-en: {title: Sex}}
                born: {type: string, format: date, title: 出生日期, x-en: {title: Born}}
                division: {type: string, title: 户籍地, format: division, x-en: {title: Division}}
                mobile: {type: string, title: 手机, format: mobile, x-en: {title: Mobile}}
                height: {type: integer, title: 身高, minimum: 30, maximum: 260, x-unit: 厘米, x-en: {title: Height}}
                income: {type: number, title: 收入, minimum: 0, x-en: {title: Income}}
                insured: {type: boolean, title: 参保, x-en: {title: Insured}}
                note: {type: string, title: 备注, pattern: '^[A-Z]', x-en: {title: Note}}
        """;
}
