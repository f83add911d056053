package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;

/**
 * A folder of another machine. A file is fetched whole before a row of it is read, so that a connection that breaks leaves nothing
 * half read; a file that changes on its way is still being written.
 */
final class SftpPlace implements FilePlace {

    private static final int BUFFER = 1 << 16;
    /** Names under which writers keep what is not finished are passed over, as are hidden files. */
    private static final Pattern NAME =
            Pattern.compile("(?!\\.)(?!.*(?i:\\.part|\\.tmp|\\.filepart|~)$)[^/\\\\\\p{Cntrl}]{1,200}");

    private static final String PREFIX = "sftp-";
    private static final Pattern LEFT = Pattern.compile(PREFIX + "([0-9]{1,9})-.*");

    private final SftpConnection connection;
    private final String folder;
    private final String host;
    private final Path fetched;
    private final Map<String, Path> contents = new HashMap<>();

    SftpPlace(SftpConnection connection, String folder, String host, Path kept) throws IOException {
        this.connection = connection;
        this.folder = folder;
        this.host = host;
        clearLeftovers(Files.createDirectories(kept));
        this.fetched =
                Files.createTempDirectory(kept, PREFIX + ProcessHandle.current().pid() + "-");
    }

    /** What a program that was killed has left. */
    private static void clearLeftovers(Path kept) throws IOException {
        try (var folders = Files.list(kept)) {
            for (var folder : folders.toList()) {
                var name = LEFT.matcher(String.valueOf(folder.getFileName()));
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        }
    }

    private SftpClient client() {
        return connection.files();
    }

    @Override
    public JobNote greeting(int files) {
        return JobNote.of("connectors.tested.sftp", folder, files);
    }

    @Override
    public List<Found> files() throws IOException {
        var found = new ArrayList<Found>();
        try {
            for (var entry : client().readDir(folder)) {
                if (entry.getAttributes().isRegularFile()
                        && NAME.matcher(entry.getFilename()).matches()) {
                    found.add(found(entry.getFilename(), entry.getAttributes()));
                }
            }
        } catch (IOException | RuntimeException failure) {
            throw trouble(failure, folder, SourceFault.NO_FOLDER);
        }
        found.sort(Comparator.comparing(Found::name));
        return found;
    }

    private static Found found(String name, SftpClient.Attributes attributes) {
        return new Found(name, attributes.getSize(), attributes.getModifyTime().toInstant());
    }

    @Override
    public Optional<Path> content(String name, boolean done) throws IOException {
        var path = folder + (done ? "/" + DONE + "/" : "/") + name;
        var known = contents.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        var before = look(name, path);
        if (before == null) {
            return Optional.empty();
        }
        var file = Files.createDirectory(fetched.resolve(String.valueOf(contents.size())))
                .resolve(name);
        var size = fetch(path, name, file);
        if (size != before.size() || !before.equals(look(name, path))) {
            FileSystemUtils.deleteRecursively(file.getParent());
            throw SourceException.of(SourceFault.FILE_CHANGED, name);
        }
        contents.put(path, file);
        return Optional.of(file);
    }

    private @Nullable Found look(String name, String path) throws IOException {
        try {
            var attributes = client().lstat(path);
            return attributes.isRegularFile() ? found(name, attributes) : null;
        } catch (SftpException missing) {
            if (missing.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return null;
            }
            throw trouble(missing, name, SourceFault.FILE_CHANGED);
        } catch (IOException | RuntimeException failure) {
            throw trouble(failure, name, SourceFault.FILE_CHANGED);
        }
    }

    private long fetch(String path, String name, Path file) throws IOException {
        var buffer = new byte[BUFFER];
        var size = 0L;
        try (var out = Files.newOutputStream(file)) {
            try (var in = client().read(path)) {
                for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    write(out, buffer, read);
                    size += read;
                }
            } catch (SourceException known) {
                throw known;
            } catch (IOException | RuntimeException failure) {
                throw trouble(failure, name, SourceFault.FILE_CHANGED);
            }
        }
        return size;
    }

    private static void write(java.io.OutputStream out, byte[] buffer, int length) throws SourceException {
        try {
            out.write(buffer, 0, length);
        } catch (IOException full) {
            throw new SourceException(SourceFault.DISK_FULL, full);
        }
    }

    /** What a failure means to people; {@code missing} when the server says there is no such thing. */
    private SourceException trouble(Exception failure, String what, SourceFault missing) {
        var told = told(failure);
        if (told != null) {
            return switch (told.getStatus()) {
                case SftpConstants.SSH_FX_NO_SUCH_FILE,
                        SftpConstants.SSH_FX_NO_SUCH_PATH,
                        SftpConstants.SSH_FX_NOT_A_DIRECTORY -> new SourceException(missing, failure, what);
                case SftpConstants.SSH_FX_PERMISSION_DENIED -> new SourceException(SourceFault.NO_RIGHT, failure, what);
                case SftpConstants.SSH_FX_CONNECTION_LOST, SftpConstants.SSH_FX_NO_CONNECTION ->
                    new SourceException(SourceFault.BROKEN_OFF, failure, host);
                default ->
                    new SourceException(
                            SourceFault.FILE_NOT_READABLE, failure, what, String.valueOf(told.getMessage()));
            };
        }
        return new SourceException(SourceFault.BROKEN_OFF, failure, host);
    }

    /** What the server itself said, if it is that; a listing wraps it. */
    private static @Nullable SftpException told(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SftpException said) {
                return said;
            }
        }
        return null;
    }

    @Override
    public void moveAway(String name) throws IOException {
        try {
            client().mkdir(folder + "/" + DONE);
        } catch (SftpException stands) {
            client().stat(folder + "/" + DONE);
        }
        client().rename(folder + "/" + name, folder + "/" + DONE + "/" + name);
    }

    /** What was fetched may hold personal data; it goes at once. */
    @Override
    public void close() throws IOException {
        try (connection) {
            FileSystemUtils.deleteRecursively(fetched);
        }
    }
}
