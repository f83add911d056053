package org.zhengtong.base.ui.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.Texts;

/** Reads all message files once; a text without places costs one look-up. */
@Component
class MessageFileTexts implements Texts {

    private static final String ENGLISH_ENDING = "_en.properties";

    private final Map<String, String> chinese = new ConcurrentHashMap<>();
    private final Map<String, String> english = new ConcurrentHashMap<>();
    private final Map<String, String> plain = new ConcurrentHashMap<>();

    MessageFileTexts() {
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(Resource file) throws IOException {
        var texts = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        var name = String.valueOf(file.getFilename());
        var target = name.endsWith(ENGLISH_ENDING) ? english : chinese;
        texts.stringPropertyNames().forEach(key -> target.put(key, texts.getProperty(key)));
    }

    @Override
    public String say(Locale locale, String key, Object... args) {
        var inEnglish = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        if (args.length == 0) {
            return plain.computeIfAbsent((inEnglish ? "en:" : "zh:") + key, _ -> pattern(inEnglish, key, locale));
        }
        var pattern = raw(inEnglish, key);
        return pattern == null ? key : new MessageFormat(pattern, locale).format(written(pattern, args));
    }

    private String pattern(boolean inEnglish, String key, Locale locale) {
        var pattern = raw(inEnglish, key);
        return pattern == null ? key : new MessageFormat(pattern, locale).format(new Object[0]);
    }

    private @org.jspecify.annotations.Nullable String raw(boolean inEnglish, String key) {
        var text = inEnglish ? english.get(key) : null;
        return text != null ? text : chinese.get(key);
    }

    /** Numbers become text here, save where the pattern itself chooses by number ({@code {0,choice,…}}). */
    private static Object[] written(String pattern, Object[] args) {
        var written = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            var choosing = pattern.contains("{" + i + ",");
            written[i] = args[i] instanceof Number number && !choosing ? Numbers.written(number) : args[i];
        }
        return written;
    }

    @Override
    public java.util.List<String> keysEnding(String ending) {
        return chinese.keySet().stream()
                .filter(key -> key.endsWith(ending))
                .sorted()
                .toList();
    }

    @Override
    public boolean knows(String key) {
        return chinese.containsKey(key) || english.containsKey(key);
    }
}
