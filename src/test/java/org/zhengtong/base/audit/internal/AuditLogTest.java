package org.zhengtong.base.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditOrigin;
import org.zhengtong.base.audit.AuditQuery;
import org.zhengtong.base.audit.AuditSettings;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.audit.InclusionProof;
import org.zhengtong.base.audit.WholeLogCheck;
import org.zhengtong.base.audit.WholeLogCheck.Broken;
import org.zhengtong.base.audit.WholeLogCheck.Difference;
import org.zhengtong.base.trust.Signature;
import org.zhengtong.base.trust.Signer;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.testing.RoomDatabase;
import org.zhengtong.testing.SettableClock;

class AuditLogTest {

    private static final Actor SUN_CLERK = new Actor(Actor.Kind.STAFF, "7", "孙静");

    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private MerkleAuditLog log;
    private MerkleAuditProofs proofs;
    private Sequencing sequencing;
    private YearlyUpkeep upkeep;
    private SettableClock clock;

    @BeforeEach
    void open_an_empty_log() {
        var database = RoomDatabase.with("audit");
        jdbc = JdbcClient.create(database);
        var transactions = new JdbcTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        clock = new SettableClock();
        var years = new YearStore(jdbc);
        var signer = new SignerOfTests();
        var entries = new EntryStore(jdbc);
        var tree = new TreeStore(jdbc);
        var hash = new LogHash(tree, signer);
        sequencing = new Sequencing(tree, hash, signer, clock, transactions);
        log = new MerkleAuditLog(entries, hash, clock);
        upkeep = new YearlyUpkeep(years, sequencing, log, new AuditSettings(2), clock);
        proofs = new MerkleAuditProofs(
                entries,
                new EntrySearch(jdbc),
                tree,
                hash,
                sequencing,
                new WholeLog(entries, tree, years, hash, signer),
                signer);
    }

    @Test
    void an_entry_keeps_who_when_whence_what_and_why() {
        EntryId id;
        try (var origin = AuditOrigin.bind("10.1.2.3")) {
            id = log.record(accept("0001").because("材料齐全，符合法定形式").with("lane", "market"));
        }

        var entry = proofs.find(id).orElseThrow();
        assertThat(entry.origin()).isEqualTo("10.1.2.3");
        assertThat(entry.at()).isEqualTo(SettableClock.MONDAY_TEN);
        assertThat(entry.action().actor()).isEqualTo(SUN_CLERK);
        assertThat(entry.action().why()).isEqualTo("材料齐全，符合法定形式");
        assertThat(entry.action().detail()).containsExactly(java.util.Map.entry("lane", "market"));
        assertThat(AuditOrigin.current()).isEmpty();
    }

    @Test
    void an_action_that_is_rolled_back_leaves_nothing() {
        transaction.executeWithoutResult(status -> {
            log.record(accept("0001"));
            log.recordAll(List.of(accept("0001"), accept("0001")));
            status.setRollbackOnly();
        });

        assertThat(proofs.entriesAbout("case", "0001")).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit.pending")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void every_entry_can_be_proven_and_no_proof_survives_a_change() {
        var ids = new ArrayList<EntryId>();
        for (var number = 0; number < 37; number++) {
            ids.add(log.record(accept("case " + number)));
            if (number % 10 == 0) {
                sequencing.placeBatch();
            }
        }

        for (var id : ids) {
            var proof = proofs.proofOf(id).orElseThrow();
            assertThat(proofs.verify(proof)).isTrue();
            assertThat(proofs.verify(changed(proof))).isFalse();
        }
        assertThat(proofs.latestHead().orElseThrow().size()).isEqualTo(37);
        assertThat(proofs.checkWholeLog()).isInstanceOf(WholeLogCheck.Sound.class);
    }

    @Test
    void an_entry_committed_late_is_not_skipped() {
        var late = new ArrayList<EntryId>();
        transaction.executeWithoutResult(status -> {
            late.add(log.record(accept("late")));
            inAnotherThread(() -> log.record(accept("early")));
            inAnotherThread(sequencing::catchUp);
        });

        var proof = proofs.proofOf(late.getFirst()).orElseThrow();
        assertThat(proof.index()).isEqualTo(1);
        assertThat(proofs.verify(proof)).isTrue();
    }

    @Test
    void many_at_once_get_consecutive_places() throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var thread = 0; thread < 4; thread++) {
                threads.submit(() -> {
                    for (var number = 0; number < 50; number++) {
                        log.recordAll(List.of(accept("a" + number), accept("b" + number)));
                    }
                });
                threads.submit(() -> {
                    for (var number = 0; number < 10; number++) {
                        sequencing.placeBatch();
                        sequencing.signHead();
                    }
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        sequencing.catchUp();

        var check = proofs.checkWholeLog();
        assertThat(check)
                .isInstanceOfSatisfying(
                        WholeLogCheck.Sound.class,
                        sound -> assertThat(sound.entries()).isEqualTo(400));
    }

    @Test
    void the_log_cannot_be_changed_by_ordinary_means() {
        log.record(accept("0001"));
        sequencing.catchUp();

        for (var statement : List.of(
                "update audit.entry set why = 'x'",
                "delete from audit.entry",
                "delete from audit.leaf",
                "update audit.tree_head set size = 2",
                "truncate audit.node")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update()).hasMessageContaining("append-only");
        }
    }

    @Test
    void a_change_behind_the_trigger_is_found() {
        log.recordAll(List.of(accept("0"), accept("1"), accept("2"), accept("3")));
        sequencing.catchUp();
        var second = jdbc.sql("select entry_id from audit.leaf where index = 1")
                .query(java.util.UUID.class)
                .single();

        behindTheTrigger("update audit.entry set why = 'forged' where id = '" + second + "'");

        assertThat(proofs.checkWholeLog()).isEqualTo(new Broken(Difference.ENTRY_CHANGED, 1, new EntryId(second)));
    }

    @Test
    void an_entry_removed_behind_the_trigger_is_found() {
        log.recordAll(List.of(accept("0"), accept("1"), accept("2")));
        sequencing.catchUp();

        behindTheTrigger("delete from audit.leaf where index = 2");
        assertThat(proofs.checkWholeLog())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.difference()).isEqualTo(Difference.LEAF_MISSING));
        behindTheTrigger("delete from audit.entry where id not in (select entry_id from audit.leaf)");
        assertThat(proofs.checkWholeLog())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.difference()).isEqualTo(Difference.LEAF_MISSING));
    }

    @Test
    void a_year_whose_term_is_over_goes_at_once_and_what_is_younger_is_still_proven() {
        var old = log.record(accept("0001"));
        clock.set(Instant.parse("2027-06-01T02:00:00Z"));
        var young = log.record(accept("0002"));
        assertThat(transaction.<Long>execute(status -> upkeep.discardEnded())).isZero();

        clock.set(Instant.parse("2029-01-01T02:00:00Z"));
        assertThat(transaction.<Long>execute(status -> upkeep.discardEnded())).isEqualTo(1);

        assertThat(proofs.find(old)).isEmpty();
        assertThat(proofs.verify(proofs.proofOf(young).orElseThrow())).isTrue();
        assertThat(proofs.checkWholeLog())
                .isInstanceOfSatisfying(
                        WholeLogCheck.Sound.class,
                        sound -> assertThat(sound.entries()).isEqualTo(3));
        assertThat(transaction.<Long>execute(status -> upkeep.discardEnded())).isZero();
    }

    @Test
    void room_is_made_for_the_years_to_come() {
        clock.set(Instant.parse("2038-01-01T02:00:00Z"));

        assertThat(transaction.<Integer>execute(status -> upkeep.addYears())).isEqualTo(3);
        assertThat(transaction.<Integer>execute(status -> upkeep.addYears())).isZero();
    }

    @Test
    void search_narrows_and_goes_on_where_the_page_before_ended() {
        for (var number = 0; number < 5; number++) {
            log.record(accept("case " + number));
        }
        log.record(AuditAction.of(Actor.system("jobs"), "jobs.clean", "job", "1"));

        var first = proofs.search(query("casework", null, 3));
        var rest = proofs.search(query("casework", first.getLast().id(), 3));

        assertThat(first).hasSize(3);
        assertThat(rest).hasSize(2);
        assertThat(proofs.search(new AuditQuery(null, null, "孙", "casework.accept", "case", "case 2", null, 10)))
                .hasSize(1);
        assertThat(proofs.search(new AuditQuery(
                        SettableClock.MONDAY_TEN.plusSeconds(1), null, null, null, null, null, null, 10)))
                .isEmpty();
    }

    private static AuditQuery query(String event, @org.jspecify.annotations.Nullable EntryId before, int most) {
        return new AuditQuery(null, null, null, event, null, null, before, most);
    }

    private static AuditAction accept(String number) {
        return AuditAction.of(SUN_CLERK, "casework.accept", "case", number);
    }

    private static InclusionProof changed(InclusionProof proof) {
        return new InclusionProof(
                proof.entry(), proof.content() + " ", proof.leaf(), proof.index(), proof.path(), proof.head());
    }

    private void behindTheTrigger(String statement) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(statement).update();
        });
    }

    private static void inAnotherThread(Runnable work) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            thread.submit(work);
        }
    }

    /** Signs with a plain hash: the signature itself is another room's affair. */
    private static final class SignerOfTests implements Signer {
        @Override
        public TrustSuite suite() {
            return TrustSuite.SM2;
        }

        @Override
        public Signature sign(byte[] content) {
            return new Signature("test", "hash", hash(content));
        }

        @Override
        public boolean verify(byte[] content, Signature signature) {
            return Arrays.equals(hash(content), signature.value());
        }

        @Override
        public Optional<String> certificate(String keyId) {
            return Optional.empty();
        }

        private static byte[] hash(byte[] content) {
            return new TreeHasher("SHA-256")
                    .leaf(new String(content, StandardCharsets.UTF_8))
                    .bytes();
        }
    }
}
