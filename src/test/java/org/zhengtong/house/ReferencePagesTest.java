package org.zhengtong.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.zhengtong.base.problem.ProblemCode;
import org.zhengtong.base.settings.Setting;

/** The pages under {@code docs/reference} say what the code says; run with {@code -Dreference.write=true} to renew them. */
class ReferencePagesTest {

    private static final Path FOLDER = Path.of("docs", "reference");

    @Test
    void the_page_of_rooms_is_up_to_date() throws IOException {
        var rooms = ApplicationModules.of("org.zhengtong");
        var lines = rooms.stream()
                .sorted(Comparator.comparing(room -> room.getBasePackage().getName()))
                .map(room -> row(room, rooms))
                .collect(Collectors.joining("\n"));

        check("rooms.md", """
                # Rooms

                Every room with the rooms it uses today.

                | room | package | uses |
                |---|---|---|
                """ + lines + "\n");
    }

    private static String row(ApplicationModule room, ApplicationModules rooms) {
        var uses = room.getDirectDependencies(rooms)
                .uniqueModules()
                .map(used -> used.getIdentifier().toString())
                .sorted()
                .collect(Collectors.joining(", "));
        return "| %s | `%s` | %s |"
                .formatted(room.getIdentifier(), room.getBasePackage().getName(), uses);
    }

    @Test
    void the_page_of_error_codes_is_up_to_date() throws IOException {
        var lines = problems()
                .sorted(Comparator.comparing(ProblemCode::code))
                .map(ReferencePagesTest::row)
                .collect(Collectors.joining("\n"));

        check("errors.md", """
                # Error codes

                What a failing page or request is answered with. The text is the page's title; {0}, {1} stand for values.

                | code | status | text | in English |
                |---|---|---|---|
                """ + lines + "\n");
    }

    private static Stream<ProblemCode> problems() {
        return DeclaredSettingsOfRooms.CLASSES.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(ProblemCode.class))
                .map(JavaClass::reflect)
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(ProblemCode.class::cast);
    }

    private static String row(ProblemCode problem) {
        var room = problem.code().substring(0, problem.code().indexOf('.'));
        var file = "problem".equals(room) ? "ui" : room;
        return "| `%s` | %d | %s | %s |"
                .formatted(
                        problem.code(),
                        problem.status(),
                        text(file, problem, Locale.ROOT),
                        text(file, problem, Locale.ENGLISH));
    }

    private static String text(String file, ProblemCode problem, Locale locale) {
        var texts = ResourceBundle.getBundle(
                "messages/" + file,
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var key = "problem." + problem.code();
        assertThat(texts.containsKey(key)).as("text of %s in %s", key, file).isTrue();
        return texts.getString(key).replace("|", "\\|").replace("''", "'");
    }

    @Test
    void the_page_of_settings_is_up_to_date() throws IOException {
        var lines = DeclaredSettingsOfRooms.all().stream()
                .map(ReferencePagesTest::row)
                .collect(Collectors.joining("\n"));

        check("settings.md", """
                # Settings

                What a node is told from outside: on the command line (`--name=value`), in the environment (`ZHENGTONG_DEMO=false`), in an
                `application.yaml` beside the jar, or, where the effect is *at once*, on the page *Settings* of the administrators. `*` stands
                for a name of your own; units are `s`, `m`, `h`, `d` and `KB`, `MB`, `GB`.

                | setting | default | effect | what it does | in English |
                |---|---|---|---|---|
                """ + lines + "\n");
    }

    private static String row(Setting<?> setting) {
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        setting.name(),
                        setting.usual().isEmpty() ? "" : "`" + setting.usual().replace("|", "\\|") + "`",
                        setting.live() ? "at once" : "restart",
                        DeclaredSettingsOfRooms.words(setting, false),
                        DeclaredSettingsOfRooms.words(setting, true));
    }

    private static void check(String name, String expected) throws IOException {
        var file = FOLDER.resolve(name);
        if (Boolean.getBoolean("reference.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, expected);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("%s is renewed by ./mvnw test -Dtest=ReferencePagesTest -Dreference.write=true", file)
                .isEqualTo(expected);
    }
}
