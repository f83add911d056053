package org.zhengtong.base.backup.internal;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Which files of a node's folder belong into a backup: all but the database, and what is made anew. */
final class NodeFolder {

    private static final Set<String> ELSEWHERE = Set.of("postgres", "log", "search", "backups");

    /** Uploads on their way, small pictures of files, and the workplace of the process that reads them. */
    private static final Set<String> PASSING = Set.of("files/incoming", "files/derived", "files/guard");

    private NodeFolder() {}

    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> belongs(folder.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean belongs(Path file) {
        if (ELSEWHERE.contains(file.getName(0).toString())) {
            return false;
        }
        return file.getNameCount() < 3 || !PASSING.contains(slashed(file.subpath(0, 2)));
    }

    static String slashed(Path relative) {
        return relative.toString().replace('\\', '/');
    }
}
