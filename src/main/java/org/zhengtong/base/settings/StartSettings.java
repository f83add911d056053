package org.zhengtong.base.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Reads from a {@code @ConfigurationProperties} record which settings it has, so that nobody lists them a second time. */
public final class StartSettings {

    private StartSettings() {}

    /** The settings of this record and of the records in it. */
    public static List<Setting<?>> of(Class<?> type) {
        return within(type.getAnnotation(ConfigurationProperties.class).value(), type)
                .toList();
    }

    private static Stream<Setting<?>> within(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> under(prefix + "." + dashed(component.getName()), component));
    }

    private static Stream<Setting<?>> under(String name, RecordComponent component) {
        if (component.getType().isRecord()) {
            return within(name, component.getType());
        }
        var entries = entriesOf(component.getGenericType());
        return entries instanceof Class<?> type && type.isRecord()
                ? within(name + ".*", type)
                : Stream.of(Setting.atStart(name, usual(component)));
    }

    /** Type of what a map holds; the type itself when it is no map. */
    private static Type entriesOf(Type type) {
        return type instanceof ParameterizedType map && map.getRawType() == Map.class
                ? map.getActualTypeArguments()[1]
                : type;
    }

    // the annotation is meant for parameters, and stays on those of the record's constructor
    private static String usual(RecordComponent component) {
        var given = Arrays.stream(component
                        .getDeclaringRecord()
                        .getDeclaredConstructors()[0]
                        .getParameters())
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .findFirst()
                .orElseThrow()
                .getAnnotation(DefaultValue.class);
        return given == null ? "" : String.join(",", given.value());
    }

    private static String dashed(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
