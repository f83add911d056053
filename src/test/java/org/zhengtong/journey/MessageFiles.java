package org.zhengtong.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The message files of all rooms. */
final class MessageFiles {

    static final Path FOLDER = Path.of("src", "main", "resources", "messages");

    private static final String ENGLISH = "_en.properties";

    private MessageFiles() {}

    /** Names of the rooms that say something. */
    static Stream<String> rooms() {
        return names().filter(name -> !name.endsWith(ENGLISH)).map(name -> name.replace(".properties", ""));
    }

    /** Keys with their Chinese texts. */
    static Properties chinese() {
        return all(false);
    }

    /** Keys with their English texts. */
    static Properties english() {
        return all(true);
    }

    static Set<String> keys(Properties texts) {
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private static Properties all(boolean english) {
        var texts = new Properties();
        names().filter(name -> name.endsWith(ENGLISH) == english).forEach(name -> {
            try (var reader = Files.newBufferedReader(FOLDER.resolve(name), StandardCharsets.UTF_8)) {
                texts.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return texts;
    }

    private static Stream<String> names() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
