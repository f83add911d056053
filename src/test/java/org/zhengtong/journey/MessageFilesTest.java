package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the platform says is there, in both languages, and nothing is kept that nobody says. */
class MessageFilesTest {

    private static final Set<String> ROOMS = MessageFiles.rooms().collect(Collectors.toCollection(TreeSet::new));
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[\\p{L}0-9_-]+)+\\.?)\"");
    private static final Pattern SAID = Pattern.compile("say\\(\\s*(?:locale,\\s*)?\"([^\"]+)\"\\s*[,)]");
    /** Keys put together in a way that cannot be read from the program: the room's name and a keyword of JSON Schema. */
    private static final Set<String> PUT_TOGETHER =
            Set.of("schema.minimum", "schema.maximum", "schema.exclusiveMinimum", "schema.exclusiveMaximum");

    private static final Pattern HOLE = Pattern.compile("\\{([0-9])");

    private final Set<String> chinese = MessageFiles.keys(MessageFiles.chinese());
    private final Set<String> english = MessageFiles.keys(MessageFiles.english());
    private final Map<String, String> sources = sources();

    @Test
    void every_text_is_there_in_both_languages() {
        assertThat(english).isEqualTo(chinese);
    }

    @Test
    void every_text_can_be_filled_and_both_languages_fill_the_same_places() {
        var inChinese = MessageFiles.chinese();
        var inEnglish = MessageFiles.english();
        for (var key : chinese) {
            var mine = inChinese.getProperty(key);
            var other = inEnglish.getProperty(key);
            assertThat(new MessageFormat(mine, Locale.CHINESE).getFormats())
                    .as(key)
                    .isNotNull();
            assertThat(new MessageFormat(other, Locale.ENGLISH).getFormats())
                    .as(key)
                    .isNotNull();
            assertThat(holes(mine)).as(key).containsAll(holes(other));
        }
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @Test
    void everything_said_has_a_text() {
        var missing = new TreeMap<String, String>();
        sources.forEach((file, source) -> SAID.matcher(source)
                .results()
                .map(found -> found.group(1))
                .filter(key -> key.contains("."))
                .filter(key -> !key.endsWith("."))
                .filter(key -> !chinese.contains(key))
                .forEach(key -> missing.put(key, file)));

        assertThat(missing).isEmpty();
    }

    @Test
    void nothing_is_kept_that_nobody_says() {
        var literals = sources.values().stream()
                .flatMap(source -> LITERAL.matcher(source).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        // "hall.state." + state: the beginning stands in the program, the end is a name of an enum or a code
        var beginnings = literals.stream()
                .map(literal -> literal.endsWith(".") || literal.endsWith("_") ? literal : literal + ".")
                .filter(literal -> ROOMS.contains(literal.substring(0, literal.indexOf('.'))))
                .collect(Collectors.toSet());
        var unused = chinese.stream()
                .filter(key -> !key.startsWith("problem.") && !PUT_TOGETHER.contains(key))
                .filter(key -> !literals.contains(key))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .toList();

        assertThat(unused).isEmpty();
    }

    private static Map<String, String> sources() {
        var sources = new TreeMap<String, String>();
        for (var root : new String[] {"src/main/java", "src/main/jte", "packs"}) {
            try (var files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().matches(".*\\.(java|jte|yaml)"))
                        .forEach(file -> sources.put(file.toString(), read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
