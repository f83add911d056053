package org.zhengtong.base.search.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.zhengtong.testing.OpenSearchServer;

/** The same questions get the same answers from an index on OpenSearch. */
class FindingOnServerTest extends FindingTest {
    private static OpenSearchServer server;
    private static ServerIndex index;

    @BeforeAll
    static void startServer() throws IOException {
        server = OpenSearchServer.start();
        index = open();
    }

    @AfterAll
    static void stopServer() {
        index.close();
        server.close();
    }

    private static ServerIndex open() {
        var settings = new SearchSettings.OpenSearch(
                List.of(server.uri()), null, null, null, "finding", Duration.ofSeconds(30));
        var opened = ServerIndex.open(settings, 1);
        opened.guardedBy(() -> {});
        return opened;
    }

    @Override
    IndexGeneration made() {
        index.create();
        return index;
    }

    @Override
    IndexGeneration openedAgain() {
        index = open();
        return index;
    }

    @Override
    IndexPositions kept(IndexGeneration opened) {
        return ((ServerIndex) opened).kept().orElseThrow();
    }

    @Override
    void shown() {
        ((ServerIndex) index()).refresh();
    }

    @Override
    void end(IndexGeneration opened) {
        // the next test empties it
    }
}
