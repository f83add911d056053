package org.zhengtong.base.workdays.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.zhengtong.base.ui.Texts;

/** The room's own texts without the platform; an unknown key fails. */
final class MessageFiles implements Texts {
    private final Properties chinese = read("workdays.properties");
    private final Properties english = read("workdays_en.properties");

    static Properties read(String file) {
        var texts = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of("src/main/resources/messages", file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return texts;
    }

    @Override
    public String say(Locale locale, String key, Object... args) {
        var texts = locale.getLanguage().equals("en") ? english : chinese;
        return new MessageFormat(Objects.requireNonNull(texts.getProperty(key), key), locale).format(args);
    }

    @Override
    public boolean knows(String key) {
        return chinese.containsKey(key);
    }
}
