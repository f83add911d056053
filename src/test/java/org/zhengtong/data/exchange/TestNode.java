package org.zhengtong.data.exchange;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.data.exchange.internal.incoming.Application;
import org.zhengtong.data.exchange.internal.node.KnownNodes;
import org.zhengtong.data.exchange.internal.transport.Courier;
import org.zhengtong.data.exchange.internal.transport.FerryFolder;
import org.zhengtong.data.exchange.internal.transport.Rounds;
import org.zhengtong.testing.RoomDatabase;

/** A node made of the exchange, its keys and a real database, without pages: several live in one test. */
public final class TestNode implements AutoCloseable {

    /** Who decides in tests. */
    public static final Actor HE = new Actor(Actor.Kind.STAFF, "12", "何平");

    private final AnnotationConfigApplicationContext context;
    private final HttpServer server;
    private final NodeCode code;
    private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger answers = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean reachable = true;

    private TestNode(AnnotationConfigApplicationContext context, HttpServer server, NodeCode code) {
        this.context = context;
        this.server = server;
        this.code = code;
    }

    /** A node of this code; settings are pairs such as {@code zhengtong.trust.suite=ecdsa}. */
    public static TestNode start(String code, Clock clock, Path folder, String... settings) {
        return start(code, clock, folder, pool(RoomDatabase.with("exchange", "trust")), 0, settings);
    }

    /** A node on this database, listening on this port. */
    public static TestNode start(
            String code, Clock clock, Path folder, DataSource database, int port, String... settings) {
        return start(code, clock, folder, new Place(database, port, null), settings);
    }

    /** A node with tables and beans of other rooms. */
    public static TestNode with(
            String code, Clock clock, Path folder, List<String> rooms, Class<?> beans, String... settings) {
        var database = pool(RoomDatabase.with(rooms.toArray(String[]::new)));
        return start(code, clock, folder, new Place(database, 0, beans), settings);
    }

    /** Where a node lives, and what else lives there. */
    private record Place(
            DataSource database, int port, @Nullable Class<?> more) {}

    private static TestNode start(String code, Clock clock, Path folder, Place place, String... settings) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), place.port()), 0);
            var values = new HashMap<String, Object>(Map.of(
                    "zhengtong.data-dir",
                    folder.resolve(code).toString(),
                    "zhengtong.node.code",
                    code,
                    "zhengtong.node.name",
                    "节点 " + code,
                    "zhengtong.node.address",
                    "http://localhost:" + server.getAddress().getPort(),
                    "zhengtong.exchange.reserve",
                    "1MB",
                    "zhengtong.jobs.enabled",
                    "false"));
            for (var setting : settings) {
                values.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
            }
            Files.createDirectories(folder.resolve(code));
            var context = new AnnotationConfigApplicationContext();
            context.setBeanNameGenerator(new FullyQualifiedAnnotationBeanNameGenerator());
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", values));
            context.registerBean(DataSource.class, place::database);
            context.registerBean("clock", Clock.class, () -> clock);
            context.register(Parts.class);
            if (place.more() != null) {
                context.register(place.more());
            }
            context.refresh();
            var node = new TestNode(context, server, new NodeCode(code));
            node.serve();
            context.getBean(Courier.class).start();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSource pool(DataSource database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(RoomDatabase.urlOf(database));
        pool.setUsername(RoomDatabase.username());
        pool.setPassword(RoomDatabase.password());
        pool.setMaximumPoolSize(6);
        return pool;
    }

    @EnableTransactionManagement
    @EnableConfigurationProperties
    @ComponentScan(
            basePackages = {"org.zhengtong.data.exchange.internal", "org.zhengtong.base.trust.internal"},
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            lazyInit = true)
    static class Parts {

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        NodeMode mode() {
            return new NodeMode(true, "测试节点", "");
        }

        @Bean
        Recorded recorded() {
            return new Recorded();
        }

        @Bean
        Received received() {
            return new Received();
        }
    }

    /** The audit log and the events of a test. */
    static final class Recorded implements AuditLog {

        final List<AuditAction> actions = new CopyOnWriteArrayList<>();
        final List<Object> events = new CopyOnWriteArrayList<>();

        @Override
        public EntryId record(AuditAction action) {
            actions.add(action);
            return EntryId.of("00000000-0000-7000-8000-000000000000");
        }

        @Override
        public List<EntryId> recordAll(List<AuditAction> all) {
            return all.stream().map(this::record).toList();
        }

        @EventListener
        void on(EnvelopeDelivered event) {
            events.add(event);
        }

        @EventListener
        void on(EnvelopeRefused event) {
            events.add(event);
        }
    }

    /** Receives {@code test.text}: keeps the words, refuses 拒绝, fails at 失败 as long as it is told to. */
    static final class Received implements EnvelopeReceiver {

        final List<String> words = new CopyOnWriteArrayList<>();
        volatile boolean failing = true;

        @Override
        public String kind() {
            return "test.text";
        }

        @Override
        public ReceiptNote receive(ReceivedEnvelope envelope) {
            try (var in = envelope.payload().open()) {
                var text = new String(in.readNBytes(100), java.nio.charset.StandardCharsets.UTF_8);
                long more = in.transferTo(java.io.OutputStream.nullOutputStream());
                if (text.equals("失败") && failing) {
                    throw new IllegalStateException("told to fail");
                }
                if (text.equals("拒绝")) {
                    return ReceiptNote.refused("test.refused");
                }
                afterCommit(more == 0 ? text : text.substring(0, 5) + "+" + (text.length() + more));
                return ReceiptNote.applied("test.applied", envelope.number());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void afterCommit(String word) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    words.add(word);
                }
            });
        }
    }

    private void serve() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/exchange/frames", exchange -> {
            try (exchange) {
                if (!reachable) {
                    exchange.sendResponseHeaders(503, -1);
                    return;
                }
                var answer = bean(Rounds.class).answer(exchange.getRequestBody());
                if (answers.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
                    return;
                }
                exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
                exchange.getResponseBody().write(answer);
            } catch (RuntimeException failure) {
                failures.add(failure);
                throw failure;
            }
        });
        server.createContext("/exchange/card", exchange -> {
            try (exchange) {
                var card = bean(NodeOffice.class).ownCard().bytes();
                exchange.sendResponseHeaders(200, card.length);
                exchange.getResponseBody().write(card);
            }
        });
        server.start();
    }

    /** Answers at one more address. */
    public void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    /** What the log of this node says. */
    public List<AuditAction> actions() {
        return recorded().actions;
    }

    /** Whether others reach this node. */
    void reachable(boolean value) {
        reachable = value;
    }

    /** Cuts the line after so many answers: what came with the next request is taken, but nobody hears of it. */
    void answers(int most) {
        answers.set(most);
    }

    public NodeCode code() {
        return code;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All beans of a type. */
    public <T> Collection<T> all(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    Recorded recorded() {
        return bean(Recorded.class);
    }

    Received received() {
        return bean(Received.class);
    }

    NodeCard card() {
        return bean(NodeOffice.class).ownCard();
    }

    /** Accepts the other node by its card. */
    public void accept(TestNode other, Transport transport, boolean vouching, String... kinds) {
        accept(other.card(), transport, vouching, kinds);
    }

    public void accept(NodeCard card, Transport transport, boolean vouching, String... kinds) {
        bean(NodeOffice.class).accept(new Acceptance(card, transport, vouching, List.of(kinds)), HE);
    }

    /** Both accept each other. */
    public static void introduce(TestNode one, TestNode other, Transport there, Transport back) {
        one.accept(other, there, false);
        other.accept(one, back, false);
    }

    EnvelopeId send(TestNode receiver, String text) {
        return send(EnvelopeRequest.of(
                "test.text", receiver.code(), text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    EnvelopeId send(EnvelopeRequest request) {
        var id = inTransaction(() -> bean(Dispatch.class).send(request));
        return java.util.Objects.requireNonNull(id);
    }

    public <T> @Nullable T inTransaction(java.util.function.Supplier<T> work) {
        return new TransactionTemplate(bean(PlatformTransactionManager.class)).execute(_ -> work.get());
    }

    /** Carries once to and from every node it trusts, then applies what is ready. */
    public void carry() {
        try {
            for (var node : bean(Nodes.class).all()) {
                if (node.standing() != NodeStanding.REVOKED) {
                    bean(Courier.class).carry(node);
                }
            }
            bean(Application.class).applyReady();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Folder into which this node puts what is for the other. */
    Path out(TestNode other) {
        return bean(FerryFolder.class).out(other.code());
    }

    Path in(TestNode other) {
        return bean(FerryFolder.class).in(other.code());
    }

    /** The ferry: moves what this node put out for the other; says which files. */
    public List<String> ferry(TestNode other) {
        try {
            var target = Files.createDirectories(other.in(this));
            var moved = new ArrayList<String>();
            try (var files = Files.list(Files.createDirectories(out(other)))) {
                for (var file : files.sorted().toList()) {
                    Files.move(file, target.resolve(file.getFileName()));
                    moved.add(file.getFileName().toString());
                }
            }
            return moved;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empties the tables, as if the node were new; its keys stay. */
    void forget() {
        bean(JdbcClient.class).sql("""
            truncate exchange.node, exchange.node_key, exchange.envelope, exchange.piece, exchange.channel_out,
              exchange.arrival, exchange.arrived_piece, exchange.channel_in, exchange.receipt_sheet,
              exchange.quarantine, exchange.fault, exchange.asked, exchange.note
            """).update();
        received().words.clear();
        received().failing = true;
        recorded().events.clear();
        recorded().actions.clear();
        reachable = true;
        answers.set(Integer.MAX_VALUE);
    }

    /** What is kept in memory of nodes is read anew, as after a decision on another instance. */
    public void forgetNodes() {
        bean(KnownNodes.class).changed();
    }

    /** What failed unforeseen while others asked. */
    List<RuntimeException> failures() {
        return failures;
    }

    /** State of an envelope that this node sent. */
    EnvelopeState stateOf(EnvelopeId id) {
        return EnvelopeState.valueOf(bean(JdbcClient.class)
                .sql("select state from exchange.envelope where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single());
    }

    @Override
    public void close() {
        bean(Courier.class).stop();
        server.stop(0);
        var database = bean(DataSource.class);
        context.close();
        if (database instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
