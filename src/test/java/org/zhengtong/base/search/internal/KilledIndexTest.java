package org.zhengtong.base.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhengtong.base.search.SearchOutcome.Found;
import org.zhengtong.base.search.SearchRequest;
import org.zhengtong.testing.RoomDatabase;

/** A program killed with kill -9 while it writes and indexes: what its database acknowledged is found afterwards. */
class KilledIndexTest {
    private static final int KILLS = Integer.getInteger("zhengtong.kills", 3);

    @TempDir
    private Path folder;

    @Test
    void finds_everything_that_was_acknowledged_before_the_kill() throws Exception {
        var database = (DriverManagerDataSource) RoomDatabase.with("search");
        var jdbc = JdbcClient.create(database);
        NotesInSearch.makeTables(jdbc);
        var random = new Random(7);
        var acknowledged = new ArrayList<Integer>();

        for (var kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(runAndKill(database, acknowledged.size() * 10 + 1, 40 + random.nextInt(300)));
        }

        var notes = new NotesInSearch(jdbc);
        var snapshots = new SnapshotStore(jdbc);
        var index = FolderIndex.open(folder);
        var known = IndexPositions.read(folder);
        var writing = known.isPresent()
                ? IndexWriting.resume(index, known.get(), List.of(notes), snapshots)
                : IndexWriting.build(index, 1, List.of(notes), snapshots, _ -> {});
        writing.follow();
        assertThat(ask(index, notes, "").total()).isEqualTo(notes.count());
        for (var number : acknowledged.subList(Math.max(0, acknowledged.size() - 60), acknowledged.size())) {
            assertThat(ask(index, notes, "note" + number).total())
                    .as("note " + number)
                    .isPositive();
        }
        index.close();
    }

    private static Found ask(IndexGeneration index, NotesInSearch notes, String text) {
        var request = new SearchRequest(text, Set.of(), Map.of(), null, 0, 1);
        return index.ask(new Question(request, Asked.of(text, new Synonyms(List.of())), List.of(notes))::put);
    }

    private List<Integer> runAndKill(DriverManagerDataSource database, int first, int most) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        IndexingProgram.class.getName(),
                        database.getUrl(),
                        String.valueOf(database.getUsername()),
                        String.valueOf(database.getPassword()),
                        folder.toString(),
                        String.valueOf(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var kept = new ArrayList<Integer>();
        try (BufferedReader lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null && kept.size() < most; line = lines.readLine()) {
                if (line.startsWith("kept ")) {
                    kept.add(Integer.valueOf(line.substring(5)));
                }
            }
            process.destroyForcibly().onExit().join();
        }
        assertThat(kept).isNotEmpty();
        return kept;
    }
}
