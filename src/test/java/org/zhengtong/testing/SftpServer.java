package org.zhengtong.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/** A real SSH server for files on a port of its own. */
public final class SftpServer implements AutoCloseable {

    public static final String USER = "export";
    public static final String PASSWORD = " letmein ";

    private final Path folder;
    private final KeyPair userKey = keyPair();
    private final AtomicLong read = new AtomicLong();
    private volatile long cutAfter = Long.MAX_VALUE;
    private volatile @Nullable Runnable whileReading;
    private SshServer server;
    private int port;

    private SftpServer(Path folder) throws IOException {
        this.folder = folder;
        this.server = begin(keyPair());
    }

    public static SftpServer start(Path folder) throws IOException {
        return new SftpServer(folder);
    }

    private static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SshServer begin(KeyPair hostKey) throws IOException {
        var fresh = SshServer.setUpDefaultServer();
        fresh.setHost("127.0.0.1");
        fresh.setPort(port);
        fresh.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        fresh.setPasswordAuthenticator((user, password, _) -> user.equals(USER) && password.equals(PASSWORD));
        fresh.setPublickeyAuthenticator(
                (user, key, _) -> user.equals(USER) && KeyUtils.compareKeys(key, userKey.getPublic()));
        fresh.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        var files = new SftpSubsystemFactory();
        files.addSftpEventListener(new Listener());
        fresh.setSubsystemFactories(List.of(files));
        fresh.start();
        port = fresh.getPort();
        return fresh;
    }

    /** Cuts the connection in the middle of a file, or does something meanwhile. */
    private final class Listener implements SftpEventListener {
        @Override
        public void reading(
                ServerSession session, String id, FileHandle file, long offset, byte[] data, int at, int length) {
            var action = whileReading;
            if (action != null) {
                action.run();
            }
            if (read.addAndGet(length) > cutAfter) {
                cutAfter = Long.MAX_VALUE;
                try {
                    ((AbstractSession) session).getIoSession().close(true);
                } catch (RuntimeException closed) {
                    throw new UncheckedIOException(new IOException(closed));
                }
            }
        }
    }

    public int port() {
        return port;
    }

    /** The private key that may sign in, as {@code ssh-keygen} writes it. */
    public String userKey() {
        var text = new ByteArrayOutputStream();
        try {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(userKey, "test", null, text);
            return text.toString(StandardCharsets.US_ASCII);
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** After so many octets more the connection breaks, once. */
    public void cutAfter(long octets) {
        read.set(0);
        cutAfter = octets;
    }

    /** Does this whenever a part of a file is read; null does nothing more. */
    public void whileReading(@Nullable Runnable action) {
        whileReading = action;
    }

    /** Another machine answers on the same port. */
    public void changeHostKey() throws IOException {
        server.stop(true);
        server = begin(keyPair());
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
