package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;

/** A folder of this machine below the incoming one. */
record FolderPlace(Path folder) implements FilePlace {

    /** Links that lead out of the incoming folder are refused. */
    static FolderPlace within(Path incoming, String name) throws SourceException {
        try {
            var real = incoming.resolve(name).toRealPath();
            if (!real.startsWith(incoming.toRealPath())) {
                throw SourceException.of(SourceFault.OUTSIDE_FOLDER, name);
            }
            return new FolderPlace(real);
        } catch (SourceException known) {
            throw known;
        } catch (IOException missing) {
            throw new SourceException(SourceFault.NO_FOLDER, missing, name);
        }
    }

    @Override
    public JobNote greeting(int files) {
        return JobNote.of("connectors.tested.folder", files);
    }

    @Override
    public List<Found> files() throws IOException {
        var found = new ArrayList<Found>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(FolderPlace::ordinary).sorted().toList()) {
                found.add(new Found(
                        String.valueOf(file.getFileName()),
                        Files.size(file),
                        Files.getLastModifiedTime(file).toInstant()));
            }
            return found;
        } catch (IOException unreadable) {
            throw new SourceException(SourceFault.NO_FOLDER, unreadable, folder.getFileName());
        }
    }

    private static boolean ordinary(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Optional<Path> content(String name, boolean done) {
        return Optional.of((done ? folder.resolve(DONE) : folder).resolve(name)).filter(FolderPlace::ordinary);
    }

    @Override
    public void moveAway(String name) throws IOException {
        Files.createDirectories(folder.resolve(DONE));
        Files.move(folder.resolve(name), folder.resolve(DONE).resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
