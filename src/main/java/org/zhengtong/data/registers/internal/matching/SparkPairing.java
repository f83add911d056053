package org.zhengtong.data.registers.internal.matching;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.internal.matching.PairingStore.SideSql;

/**
 * Lets Spark compare two registers in a process of its own. What it gets are keys, days and digests of what is compared, or for similar
 * names their pairs of letters; what it gives back are pairs of keys.
 */
@Component
@EnableConfigurationProperties(SparkSettings.class)
class SparkPairing {

    private static final String PROGRAM = "PairRecords.java";
    private static final int LAST_WORDS = 300;
    /** What Spark reaches into, by its own list. */
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.util.calendar");

    private final SparkSettings settings;
    private final PairingStore pairing;
    private final Path dataDir;

    SparkPairing(SparkSettings settings, PairingStore pairing, @Value("${zhengtong.data-dir:var}") Path dataDir) {
        this.settings = settings;
        this.pairing = pairing;
        this.dataDir = dataDir;
    }

    boolean takes(long records) {
        return settings.takes(records);
    }

    /** Compares all at once; false when it was asked to stop. What an earlier try left is made anew. */
    boolean pair(Matching matching, SideSql left, SideSql right, BooleanSupplier canceled) {
        var chosen = settings.folder();
        var root = chosen == null ? dataDir.resolve("matching") : chosen;
        var folder = root.toAbsolutePath().resolve("matching-" + matching.id());
        try {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            try {
                pairing.export(left, matching.rule(), folder.resolve("left"));
                pairing.export(right, matching.rule(), folder.resolve("right"));
                if (!run(matching, folder, canceled)) {
                    return false;
                }
                pairing.take(matching.id(), pairs(folder));
                return true;
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private boolean run(Matching matching, Path folder, BooleanSupplier canceled) throws IOException {
        var program = folder.resolve(PROGRAM);
        try (var source = SparkPairing.class.getResourceAsStream("/spark/" + PROGRAM)) {
            Files.write(program, java.util.Objects.requireNonNull(source).readAllBytes());
        }
        var log = folder.resolve("log.txt").toFile();
        var process = new ProcessBuilder(command(matching, folder, program))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            while (!process.waitFor(1, TimeUnit.SECONDS)) {
                if (canceled.getAsBoolean()) {
                    return false;
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly().onExit().join();
        }
        if (process.exitValue() != 0) {
            throw new ProblemException(RegistersProblem.SPARK_FAILED, process.exitValue(), lastWords(log));
        }
        return true;
    }

    private List<String> command(Matching matching, Path folder, Path program) {
        var chosen = settings.java();
        var home = chosen == null ? Path.of(System.getProperty("java.home")) : chosen;
        var command = new ArrayList<>(List.of(
                home.resolve("bin").resolve("java").toString(),
                "-Xmx" + settings.memory(),
                "-Dspark.master=" + settings.master(),
                "-Dspark.ui.enabled=false",
                "-Dio.netty.tryReflectionSetAccessible=true",
                "-Djdk.reflect.useDirectMethodHandle=false",
                "--enable-native-access=ALL-UNNAMED"));
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        var dates = matching.dates();
        command.addAll(List.of(
                "-cp",
                settings.classPath(),
                program.toString(),
                folder.toString(),
                matching.rule().name(),
                String.valueOf(
                        matching.left().register().equals(matching.right().register())),
                String.valueOf(dates == null ? -1 : dates.days()),
                String.valueOf(PairingStore.RARE),
                matching.leastScore().toPlainString()));
        return command;
    }

    private static List<Path> pairs(Path folder) throws IOException {
        try (var files = Files.list(folder.resolve("pairs"))) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("part-"))
                    .sorted()
                    .toList();
        }
    }

    /** The line that names the failure, or else the last one. */
    private static String lastWords(File log) throws IOException {
        var lines = Files.readAllLines(log.toPath(), StandardCharsets.UTF_8);
        var said = lines.stream()
                .filter(line -> line.contains("xception") || line.contains("rror"))
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.getLast());
        return said.substring(0, Math.min(LAST_WORDS, said.length()));
    }
}
