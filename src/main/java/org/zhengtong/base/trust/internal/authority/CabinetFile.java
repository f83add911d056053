package org.zhengtong.base.trust.internal.authority;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Base64;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.TrustProblem;
import org.zhengtong.base.trust.TrustSuite;

/**
 * Two files that only the program's user may read: {@code cabinet.key}, a random pass phrase, and {@code cabinet.bcfks},
 * the key store it opens. Back them up together, apart from the database.
 */
public final class CabinetFile implements KeyHolder {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final Path keyFile;
    private final Path cabinet;

    public CabinetFile(Path folder) {
        this.folder = folder;
        this.keyFile = folder.resolve("cabinet.key");
        this.cabinet = folder.resolve("cabinet.bcfks");
    }

    @Override
    public Provider provider() {
        return CertificateAuthority.PROVIDER;
    }

    @Override
    public Provider wrappingProvider() {
        return CertificateAuthority.PROVIDER;
    }

    @Override
    public boolean decrypts() {
        return true;
    }

    @Override
    public boolean holds(TrustSuite suite) {
        return true;
    }

    @Override
    public Path place() {
        return folder;
    }

    public static byte[] randomBytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Opens the cabinet, lets it be completed and saves it; a second program waits at the lock. */
    @Override
    public KeyStore openAndComplete(Completion completion) {
        try {
            makeFolder();
            try (var channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                assert lock.isValid();
                ensureKeyFile();
                var store = load();
                if (completion.complete(store, password())) {
                    save(store);
                }
                return store;
            }
        } catch (IOException | GeneralSecurityException e) {
            var problem = new ProblemException(TrustProblem.CABINET_UNREADABLE, folder);
            problem.initCause(e);
            throw problem;
        }
    }

    @Override
    public char[] password() {
        try {
            return Files.readString(keyFile).strip().toCharArray();
        } catch (IOException e) {
            var problem = new ProblemException(TrustProblem.KEY_FILE_MISSING, keyFile);
            problem.initCause(e);
            throw problem;
        }
    }

    private void makeFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            restrict(folder, "rwx------");
        }
    }

    private void ensureKeyFile() throws IOException {
        if (Files.exists(keyFile)) {
            return;
        }
        if (Files.exists(cabinet)) {
            throw new ProblemException(TrustProblem.KEY_FILE_MISSING, keyFile);
        }
        replace(keyFile, Base64.getEncoder().encode(randomBytes(32)));
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("BCFKS", CertificateAuthority.PROVIDER);
        if (Files.exists(cabinet)) {
            store.load(new ByteArrayInputStream(Files.readAllBytes(cabinet)), password());
        } else {
            store.load(null, password());
        }
        return store;
    }

    private void save(KeyStore store) throws IOException, GeneralSecurityException {
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, password());
        replace(cabinet, bytes.toByteArray());
    }

    /** Writes beside, forces to disk, then moves: a crash leaves the old file or the new one. */
    private static void replace(Path file, byte[] content) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        restrict(fresh, "rw-------");
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(content));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
