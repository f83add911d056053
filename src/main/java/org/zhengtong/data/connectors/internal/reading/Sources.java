package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.AllowedAddresses;
import org.zhengtong.base.settings.Settings;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Source;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;
import org.zhengtong.data.connectors.internal.ConnectorFolders;
import org.zhengtong.data.connectors.internal.ConnectorSettings;
import org.zhengtong.data.connectors.internal.SealedSecrets;
import org.zhengtong.data.connectors.internal.store.SourceStore;
import org.zhengtong.data.connectors.internal.store.TakenStore;
import org.zhengtong.data.registers.RegisterCode;

/** Reaches sources of each kind. */
@Component
public class Sources {

    private final SourceStore store;
    private final TakenStore taken;
    private final SealedSecrets secrets;
    private final Settings settings;
    private final ConnectorFolders folders;
    private final Clock clock;

    Sources(
            SourceStore store,
            TakenStore taken,
            SealedSecrets secrets,
            Settings settings,
            ConnectorFolders folders,
            Clock clock) {
        this.store = store;
        this.taken = taken;
        this.secrets = secrets;
        this.settings = settings;
        this.folders = folders;
        this.clock = clock;
    }

    /** Reaches a source to see whether it can be reached. */
    public OpenSource open(Source source) throws SourceException {
        var nothing = new Contract.Draft(
                source.name(), new RegisterCode("none"), Map.of(), new Contract.Plan("", null, 0, Duration.ZERO));
        var now = clock.instant();
        return open(source, new Contract(0, source.id(), nothing, false, List.of(), "", null, now, now, ""));
    }

    /** Reaches a source for what a contract reads. */
    public OpenSource open(Source source, Contract contract) throws SourceException {
        var allowed = settings.value(ConnectorSettings.ADDRESSES);
        var patience = settings.value(ConnectorSettings.PATIENCE);
        return switch (source.kind()) {
            case JDBC ->
                new JdbcSource(
                        JdbcOpening.open(
                                source,
                                secret(source),
                                new JdbcOpening.Circumstances(allowed, folders.drivers(), patience)),
                        contract.draft(),
                        source.setting("host"),
                        patience);
            case FOLDER ->
                new FileSource(
                        FolderPlace.within(folders.incoming(), source.setting("folder")),
                        contract.draft(),
                        ledger(contract));
            case SFTP -> new FileSource(remote(source, allowed, patience), contract.draft(), ledger(contract));
            case HTTP ->
                new HttpSource(
                        source,
                        contract.draft(),
                        source.setting("auth").equals("NONE") ? null : secret(source),
                        new HttpSource.Outside(allowed, patience, clock));
            case PUSH -> new PushedSource();
        };
    }

    private FileSource.Ledger ledger(Contract contract) {
        return new FileSource.Ledger(
                taken, contract.id(), contract.columns(), settings.value(ConnectorSettings.QUIET), clock);
    }

    private FilePlace remote(Source source, AllowedAddresses allowed, Duration patience) throws SourceException {
        var connection = SftpConnection.open(source, secret(source), allowed, patience);
        try {
            return new SftpPlace(connection, source.setting("directory"), source.setting("host"), folders.fetched());
        } catch (IOException full) {
            connection.close();
            throw new SourceException(SourceFault.DISK_FULL, full);
        }
    }

    private String secret(Source source) throws SourceException {
        var sealed = store.secret(source.id());
        if (sealed == null) {
            throw SourceException.of(SourceFault.NO_SECRET);
        }
        return secrets.open(source.id(), sealed);
    }
}
