package org.zhengtong.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.app.node.ZhengtongApplication;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.audit.AuditQuery;
import org.zhengtong.base.audit.WholeLogCheck;
import org.zhengtong.service.casework.CaseNumber;

/**
 * The platform as a program of its own: checks what the run before left, then streams applications and decisions until it
 * is killed. Arguments: the data folder, the file of acknowledgements, and {@code stream}, {@code join} (streams new cases only,
 * beside another program) or {@code finish}; then further settings.
 */
public final class StreamProgram {

    private static final int THREADS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private StreamProgram() {}

    /** Runs until killed, or with {@code finish} until every granted case has its licence. */
    public static void main(String[] arguments) throws Exception {
        var settings = new ArrayList<>(List.of(
                "--zhengtong.data-dir=" + arguments[0], "--zhengtong.node.demo-history=false", "--server.port=0"));
        settings.addAll(List.of(arguments).subList(3, arguments.length));
        var platform = SpringApplication.run(ZhengtongApplication.class, settings.toArray(String[]::new));
        var acknowledgements = Path.of(arguments[1]);
        var truth = new StoredTruth(platform.getBean(JdbcClient.class));
        if (arguments[2].equals("join")) {
            stream(platform, List.of(), Acknowledgements.open(acknowledgements));
        }
        check(platform, truth, acknowledgements);
        if (arguments[2].equals("finish")) {
            awaitLicenses(truth);
            check(platform, truth, acknowledgements);
            say("DELIVERED " + truth.delivered());
            platform.close();
        } else {
            stream(platform, truth.unfinished(), Acknowledgements.open(acknowledgements));
        }
    }

    private static void check(ConfigurableApplicationContext platform, StoredTruth truth, Path acknowledgements)
            throws Exception {
        var lines = Acknowledgements.read(acknowledgements);
        var broken = new ArrayList<>(truth.broken());
        broken.addAll(truth.missing(lines));
        broken.addAll(brokenProofs(platform.getBean(AuditProofs.class)));
        broken.forEach(one -> say("BROKEN " + one));
        say("CHECKED " + lines.size());
    }

    /** The whole log computed again, its head's signature, and the newest and an older entry proven. */
    private static List<String> brokenProofs(AuditProofs proofs) {
        var broken = new ArrayList<String>();
        if (proofs.checkWholeLog() instanceof WholeLogCheck.Broken different) {
            broken.add("audit log: " + different);
        }
        var newest = proofs.search(new AuditQuery(null, null, null, null, null, null, null, 200));
        for (var entry : newest.isEmpty() ? newest : List.of(newest.getFirst(), newest.getLast())) {
            var proof = proofs.proofOf(entry.id());
            if (proof.isEmpty() || !proofs.verify(proof.get())) {
                broken.add("no proof of " + entry);
            }
        }
        return broken;
    }

    private static void stream(
            ConfigurableApplicationContext platform, List<String> unfinished, Acknowledgements acknowledged)
            throws InterruptedException {
        var leftOver = new ConcurrentLinkedQueue<CaseNumber>();
        unfinished.forEach(number -> leftOver.add(new CaseNumber(number)));
        var threads = new ArrayList<Thread>();
        for (var count = 0; count < THREADS; count++) {
            threads.add(Thread.ofPlatform()
                    .start(new ApplicationStream(platform, acknowledged, leftOver, fault -> say("FAULT " + fault))));
        }
        say("STREAMING");
        for (var thread : threads) {
            thread.join();
        }
    }

    /** Licences follow from stored events; the ones that were lost with the program are published again at the start. */
    private static void awaitLicenses(StoredTruth truth) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (truth.undelivered() > 0 && System.nanoTime() < end) {
            Thread.sleep(Duration.ofMillis(100));
        }
        if (truth.undelivered() > 0) {
            say("BROKEN granted cases without a licence: " + truth.undelivered());
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
