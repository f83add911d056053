package org.zhengtong.base.search.internal;

import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Writes notes and follows them into an index until it is killed; says of each note when its transaction is over. */
public final class IndexingProgram {
    private IndexingProgram() {}

    /** Arguments: address, name and password of the database, folder of the index, first number. */
    public static void main(String[] arguments) {
        var database = new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]);
        var jdbc = JdbcClient.create(database);
        var notes = new NotesInSearch(jdbc);
        var snapshots = new SnapshotStore(jdbc);
        var folder = Path.of(arguments[3]);
        var index = FolderIndex.open(folder);
        var writing = IndexPositions.read(folder)
                .map(known -> IndexWriting.resume(index, known, List.of(notes), snapshots))
                .orElseGet(() -> IndexWriting.build(index, 1, List.of(notes), snapshots, _ -> {}));
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                writing.follow();
            }
        });
        for (var number = Integer.parseInt(arguments[4]); ; number++) {
            notes.put("note" + number, "办件" + number);
            System.out.println("kept " + number);
            System.out.flush();
        }
    }
}
