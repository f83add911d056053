package org.zhengtong.data.exchange.internal.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.data.exchange.Acceptance;
import org.zhengtong.data.exchange.CardOutcome;
import org.zhengtong.data.exchange.ExchangeSettings;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.NodeOffice;
import org.zhengtong.data.exchange.Transport;

/** Lets nodes of one operator meet through a folder, as {@code bin/nodes} does; does nothing unless it is configured. */
@Component
public class Introductions {

    private static final Actor OPERATOR = Actor.system("exchange");

    private final ExchangeSettings settings;
    private final NodeOffice office;
    private final KnownNodes known;
    private @Nullable List<String> open;

    Introductions(ExchangeSettings settings, NodeOffice office, KnownNodes known) {
        this.settings = settings;
        this.office = office;
        this.known = known;
    }

    /** Puts this node's card out and accepts whose cards are there by now. */
    public synchronized void meet() {
        var introduction = settings.introduction();
        if (introduction == null || open != null && open.isEmpty()) {
            return;
        }
        try {
            var waiting = open;
            if (waiting == null) {
                putOut(introduction.folder());
                waiting = new ArrayList<>(introduction.nodes());
                open = waiting;
            }
            waiting.removeIf(line -> met(introduction.folder(), line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void putOut(Path folder) throws IOException {
        var card = office.ownCard();
        var part = Files.createDirectories(folder).resolve(card.code() + ".part");
        Files.write(part, card.bytes());
        Files.move(part, folder.resolve(card.code() + ".card"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether this one is known by now. */
    private boolean met(Path folder, String line) {
        var words = line.strip().split(":", -1);
        if (known.find(new NodeCode(words[0]))
                .filter(node -> node.via() == null)
                .isPresent()) {
            return true;
        }
        var file = folder.resolve(words[0] + ".card");
        try {
            if (!Files.exists(file)
                    || !(office.read(Files.readAllBytes(file)) instanceof CardOutcome.Readable(var card))) {
                return false;
            }
            var vouching = words.length > 2 && words[2].equals("vouching");
            office.accept(new Acceptance(card, Transport.valueOf(words[1]), vouching, List.of()), OPERATOR);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
