package org.zhengtong.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.app.node.ZhengtongApplication;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.data.registers.LoadReport.Counts;
import org.zhengtong.data.registers.LoadRequest;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.data.registers.RegisterLoading.LoadWatch;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.internal.source.JdbcRows;

/** The whole node as a program of its own that loads a table, killed at random moments and started again. */
final class BulkLoadKills {

    private static final String READY = "LOADING";
    private static final String DONE = "SAME";
    private static final int LONGEST_MILLIS = 4_000;
    private static final int PATIENCE_SECONDS = 300;

    private BulkLoadKills() {}

    static String run(int kills, int rows) throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("bench", "var")), "killed-");
        var random = new Random(20_261_130);
        var killed = 0;
        var finished = 0;
        for (var turn = 0; killed < kills; turn++) {
            var process = start(folder, rows, "load-" + finished);
            if (!await(process, folder.resolve("said.txt"), READY)) {
                throw new IOException("The program did not begin: " + Files.readString(folder.resolve("said.txt")));
            }
            if (process.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS)) {
                finished++;
            } else {
                process.destroyForcibly().waitFor();
                killed++;
            }
        }
        var last = start(folder, rows, "load-" + finished);
        if (!last.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                || !Files.readString(folder.resolve("said.txt")).contains(DONE)) {
            throw new IOException("Source and register differ: " + Files.readString(folder.resolve("said.txt")));
        }
        return "kill -9 of the node at " + kills + " random moments of loading " + rows
                + " rows and restart: source and register are equal, every load's report adds up.";
    }

    private static Process start(Path folder, int rows, String reference) throws IOException {
        var command = new ArrayList<>(List.of(
                System.getProperty("bench.java", "java"),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                BulkLoadKills.class.getName(),
                folder.toString(),
                String.valueOf(rows),
                reference));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
    }

    private static boolean await(Process process, Path said, String word) throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            if (Files.readString(said).contains(word)) {
                return true;
            }
            if (!process.isAlive()) {
                return false;
            }
            Program.pause(20);
        }
        return false;
    }

    /** The program: makes the source once, then loads it over and over under the given reference, or goes on with it. */
    public static void main(String[] arguments) {
        var rows = Integer.parseInt(arguments[1]);
        var node = SpringApplication.run(
                ZhengtongApplication.class,
                "--zhengtong.data-dir=" + Path.of(arguments[0], "var"),
                "--zhengtong.node.demo-history=false",
                "--zhengtong.jobs.enabled=false",
                "--server.port=0",
                "--logging.level.root=error");
        var database = node.getBean(javax.sql.DataSource.class);
        var jdbc = JdbcClient.create(database);
        if (jdbc.sql("select to_regclass('bench.people') is null")
                        .query(Boolean.class)
                        .single()
                || jdbc.sql("select count(*) from bench.people")
                                .query(Integer.class)
                                .single()
                        != rows) {
            BulkLoadSource.make(database, rows);
        }
        node.getBean(Registers.class).define(BulkLoadSource.definition("bench-killed"), Actor.system("bench"));
        System.out.println(READY);
        var report = node.getBean(RegisterLoading.class)
                .load(
                        new LoadRequest(
                                new RegisterCode("bench-killed"),
                                arguments[2],
                                "bench.people",
                                Map.of(),
                                java.time.LocalDate.of(2026, 3, 1),
                                Actor.system("bench")),
                        new JdbcRows(database, "bench.people", BulkLoadBenchmark.COLUMNS, "number"),
                        new Telling());
        var different = jdbc.sql("""
            select (select count(*) from (
                      select number, name, sex, born, division, mobile, height, trim_scale(income), insured, note
                      from bench.people
                      except select number, name, sex, born, division, mobile, height, trim_scale(income), insured, note
                      from registers.bench_killed__current) missing)
                 + abs((select count(*) from bench.people) - (select count(*) from registers.bench_killed__current))
            """).query(Long.class).single();
        var sound =
                report.counts().addUp() && report.counts().read() == rows && different == 0 && report.digestsAgree();
        System.out.println(sound ? DONE : "DIFFERENT " + different + " " + report);
        System.exit(sound ? 0 : 1);
    }

    private static final class Telling implements LoadWatch {
        @Override
        public void done(Counts chunk) {
            System.out.println(chunk);
        }

        @Override
        public boolean canceled() {
            return false;
        }
    }
}
