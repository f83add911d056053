package org.zhengtong.data.exchange.internal.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.ExchangeSettings;

/** Whether there is room for more on the disk of the data folder. */
@Component
class Room {

    private final Path folder;
    private final ExchangeSettings settings;

    Room(@Value("${zhengtong.data-dir:var}") Path folder, ExchangeSettings settings) {
        this.folder = folder.toAbsolutePath();
        this.settings = settings;
    }

    boolean full() {
        try {
            return Files.getFileStore(Files.createDirectories(folder)).getUsableSpace()
                    < settings.reserve().toBytes();
        } catch (IOException unknown) {
            return false;
        }
    }
}
