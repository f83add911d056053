package org.zhengtong.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Time to the first page after a start on existing data, beside a bare application with the same embedded PostgreSQL. */
final class StartBenchmark implements Benchmark {

    static final Path OURS = Path.of("target", "zhengtong.jar");
    private static final Path TRAINED =
            Path.of("target", "trained", "zhengtong.jar").toAbsolutePath();
    private static final Path CACHE = TRAINED.resolveSibling("zhengtong.aot");
    static final Path BARE = Path.of("bench", "bare", "target", "bare.jar");

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Report run(Options options) throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("bench", "var")), "start-");
        var ours = List.of("--zhengtong.data-dir=" + folder.resolve("ours"));
        var bare = List.of("--bare.data-dir=" + folder.resolve("bare"));
        double firstOurs;
        try (var program = Program.start(OURS, "/", List.of(), ours)) {
            firstOurs = program.secondsToFirstPage();
        }
        double firstBare;
        try (var program = Program.start(BARE, "/", List.of(), bare)) {
            firstBare = program.secondsToFirstPage();
        }
        train();
        var oursTimes = new ArrayList<Double>();
        var bareTimes = new ArrayList<Double>();
        var cachedTimes = new ArrayList<Double>();
        var memory = new ArrayList<Double>();
        for (int round = 0; round < options.number("rounds", 5); round++) {
            try (var program = Program.start(OURS, "/", List.of(), ours)) {
                oursTimes.add(program.secondsToFirstPage());
                Program.pause(5_000);
                memory.add((double) program.residentMegabytes());
            }
            try (var program = Program.start(BARE, "/", List.of(), bare)) {
                bareTimes.add(program.secondsToFirstPage());
            }
            try (var program = Program.start(TRAINED, "/", List.of("-XX:AOTCache=" + CACHE), ours)) {
                cachedTimes.add(program.secondsToFirstPage());
            }
        }
        return new Report(
                        name(),
                        "<2",
                        "start",
                        "ours, s",
                        "ours as bin/zhengtong starts it once trained, s",
                        "bare, s",
                        "ours ÷ bare")
                .row("first, empty folder, with the import of 山东", firstOurs, "", firstBare, firstOurs / firstBare)
                .row(
                        "later (median)",
                        Report.median(oursTimes),
                        Report.median(cachedTimes),
                        Report.median(bareTimes),
                        Report.median(oursTimes) / Report.median(bareTimes))
                .note(
                        "Resident memory of ours, idle 5 s after the first page (median): "
                                + Math.round(Report.median(memory))
                                + " MB (goal < 700 MB). Ours and bare by java -jar; once trained, ours runs unpacked and with an AOT cache.")
                .ratio(Report.median(oursTimes) / Report.median(bareTimes));
    }

    private static void train() throws Exception {
        var training = new ProcessBuilder("bin/zhengtong", "train")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (training.waitFor() != 0) {
            throw new java.io.IOException("bin/zhengtong train ended with " + training.exitValue());
        }
    }
}
