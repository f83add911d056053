package org.zhengtong.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.zhengtong.base.settings.DeclaredSettings;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.StartSettings;

/** Every setting that the classes of the program declare, without starting it. */
final class DeclaredSettingsOfRooms {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.zhengtong");

    private DeclaredSettingsOfRooms() {}

    /** By name. */
    static List<Setting<?>> all() {
        var byName = new TreeMap<String, Setting<?>>();
        Stream.concat(declared(), records()).forEach(setting -> byName.putIfAbsent(setting.name(), setting));
        return List.copyOf(byName.values());
    }

    static Stream<Setting<?>> declared() {
        return CLASSES.stream()
                .filter(type -> type.isAssignableTo(DeclaredSettings.class) && !type.isInterface())
                .flatMap(type -> made(type).settings().stream());
    }

    private static DeclaredSettings made(JavaClass type) {
        try {
            var constructor = type.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            return (DeclaredSettings) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " needs a constructor without parameters", e);
        }
    }

    static Stream<Setting<?>> records() {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                .flatMap(type -> StartSettings.of(type.reflect()).stream());
    }

    /** Its sentence in some room's message file. */
    static @Nullable String words(Setting<?> setting, boolean english) {
        try (var files = Files.list(Path.of("src", "main", "resources", "messages"))) {
            return files.filter(file -> file.toString().endsWith("_en.properties") == english)
                    .map(DeclaredSettingsOfRooms::read)
                    .map(texts -> texts.getProperty(setting.words()))
                    .filter(java.util.Objects::nonNull)
                    .map(text -> text.replace("''", "'").replace("|", "\\|"))
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Properties read(Path file) {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return texts;
    }
}
