package org.zhengtong.data.connectors.internal.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.settings.AllowedAddresses;
import org.zhengtong.data.connectors.Source;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;

/**
 * A connection to an SSH server for files. The server's key is compared with the one that a person confirmed, before any password
 * is sent. Nothing of the machine's own SSH settings or keys is used.
 */
final class SftpConnection implements AutoCloseable {

    private static final int PORT = 22;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final SshClient client;
    private final SftpClient files;

    private SftpConnection(SshClient client, SftpClient files) {
        this.client = client;
        this.files = files;
    }

    static SftpConnection open(Source source, String secret, AllowedAddresses allowed, Duration patience)
            throws SourceException {
        var port = source.setting("port").isEmpty() ? PORT : Integer.parseInt(source.setting("port"));
        var where = source.setting("host") + ":" + port;
        var host = Reaching.require(allowed, source.setting("host"), port);
        var key = source.setting("auth").equals("KEY") ? privateKey(secret) : null;
        var hostKey = new HostKey(source.setting("hostKey"));
        var client = client(hostKey, patience);
        try {
            client.start();
            var session = client.connect(source.setting("user"), host, port)
                    .verify(CONNECT)
                    .getSession();
            authenticate(session, key, secret);
            return new SftpConnection(client, SftpClientFactory.instance().createSftpClient(session));
        } catch (IOException failure) {
            client.stop();
            throw trouble(failure, hostKey, where);
        }
    }

    private static SshClient client(HostKey hostKey, Duration patience) {
        var client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier((_, _, key) -> hostKey.fits(key));
        client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
        CoreModuleProperties.AUTH_TIMEOUT.set(client, CONNECT.multipliedBy(2));
        CoreModuleProperties.IDLE_TIMEOUT.set(client, patience.plusSeconds(30));
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, patience.plusSeconds(30));
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(client, patience);
        return client;
    }

    private static void authenticate(ClientSession session, @Nullable KeyPair key, String password) throws IOException {
        if (key == null) {
            session.addPasswordIdentity(password);
        } else {
            session.addPublicKeyIdentity(key);
        }
        session.auth().verify(CONNECT);
    }

    private static KeyPair privateKey(String text) throws SourceException {
        try (var content = new ByteArrayInputStream(text.strip().concat("\n").getBytes(StandardCharsets.UTF_8))) {
            var pairs = SecurityUtils.loadKeyPairIdentities(
                    null, NamedResource.ofName("key"), content, FilePasswordProvider.EMPTY);
            if (pairs != null) {
                for (var pair : pairs) {
                    return pair;
                }
            }
            throw SourceException.of(SourceFault.PRIVATE_KEY);
        } catch (SourceException known) {
            throw known;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new SourceException(SourceFault.PRIVATE_KEY, unreadable);
        }
    }

    private static SourceException trouble(IOException failure, HostKey hostKey, String where) {
        var seen = hostKey.seen;
        if (seen != null && !seen.equals(hostKey.pinned)) {
            return hostKey.pinned.isEmpty()
                    ? new SourceException(SourceFault.HOST_KEY_UNKNOWN, failure, where, seen)
                    : new SourceException(SourceFault.HOST_KEY_CHANGED, failure, where, seen, hostKey.pinned);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var fault = JdbcOpening.ofNetwork(cause);
            if (fault != null) {
                return new SourceException(fault, failure, where);
            }
        }
        var said = String.valueOf(failure.getMessage());
        if (said.contains("authentication methods")) {
            return new SourceException(SourceFault.WRONG_PASSWORD, failure, where);
        }
        return new SourceException(
                said.contains("timeout") || said.contains("timed out") ? SourceFault.TIMEOUT : SourceFault.BROKEN_OFF,
                failure,
                where);
    }

    /** The key that the server shows. */
    private static final class HostKey {
        private final String pinned;
        private volatile @Nullable String seen;

        HostKey(String pinned) {
            this.pinned = pinned;
        }

        boolean fits(PublicKey key) {
            var shown = KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
            seen = shown;
            return shown.equals(pinned);
        }
    }

    SftpClient files() {
        return files;
    }

    /** The session hangs on the client. */
    @Override
    public void close() {
        client.stop();
    }
}
