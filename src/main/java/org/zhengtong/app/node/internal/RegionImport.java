package org.zhengtong.app.node.internal;

import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.zhengtong.base.database.StartupFailure;
import org.zhengtong.base.pack.PackError;
import org.zhengtong.base.pack.PackImportOutcome;
import org.zhengtong.base.pack.Packs;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.base.ui.Texts;

/** Imports the region's pack before the node answers its first request. */
@Component
@EnableConfigurationProperties(NodeSettings.class)
class RegionImport implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RegionImport.class);

    /** Before the web server, which starts in the last phases but two. */
    private static final int BEFORE_WEB_SERVER = Integer.MAX_VALUE / 2;

    private final Packs packs;
    private final NodeSettings settings;
    private final Texts texts;
    private final NodeMode mode;
    private final DemoHistory history;
    private volatile boolean running;

    RegionImport(Packs packs, NodeSettings settings, Texts texts, NodeMode mode, DemoHistory history) {
        this.packs = packs;
        this.settings = settings;
        this.texts = texts;
        this.mode = mode;
        this.history = history;
    }

    @Override
    public void start() {
        running = true;
        if (settings.region().isEmpty()) {
            return;
        }
        var pack = packs.open(settings.region());
        switch (packs.importPack(pack)) {
            case PackImportOutcome.Unchanged _ -> LOG.debug("Pack {} is imported already", settings.region());
            case PackImportOutcome.Imported imported -> LOG.info("Pack {} imported: {}", settings.region(), imported);
            case PackImportOutcome.Refused refused ->
                throw new StartupFailure(
                        "database.pack_refused",
                        null,
                        settings.region(),
                        refused.errors().stream().map(this::line).collect(Collectors.joining(System.lineSeparator())));
        }
        // Asked at every start, not only after the first import: the program may have been killed between the two.
        if (mode.demo() && settings.demoHistory()) {
            history.fillOnce(pack);
        }
    }

    private String line(PackError error) {
        return error.file() + ":" + error.line() + "  "
                + texts.say(
                        Locale.SIMPLIFIED_CHINESE,
                        error.messageKey(),
                        error.arguments().toArray());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_WEB_SERVER;
    }
}
