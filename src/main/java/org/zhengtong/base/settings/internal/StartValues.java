package org.zhengtong.base.settings.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.SettingState.Source;

/** What the node was started with, and by what means. */
@Component
class StartValues {

    private static final String SHIPPED = "class path resource";

    private final ConfigurableEnvironment environment;

    StartValues(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** A value with where it stands. */
    record Found(String value, Source source, String place) {}

    /** The value somebody gave, not the one the program is shipped with. */
    Optional<Found> find(String name) {
        var wanted = ConfigurationPropertyName.of(name);
        for (var source : ConfigurationPropertySources.get(environment)) {
            var property = property(source, wanted);
            if (property != null) {
                return Optional.of(found(name, property, source)).filter(found -> found.source() != Source.USUAL);
            }
        }
        return Optional.empty();
    }

    // lists are written with commas or one below the other
    private static @org.jspecify.annotations.Nullable ConfigurationProperty property(
            ConfigurationPropertySource source, ConfigurationPropertyName wanted) {
        var property = source.getConfigurationProperty(wanted);
        return property == null ? source.getConfigurationProperty(wanted.append("[0]")) : property;
    }

    private Found found(String name, ConfigurationProperty property, ConfigurationPropertySource source) {
        var value = Binder.get(environment)
                .bind(name, Bindable.listOf(String.class))
                .map(parts -> String.join(",", parts))
                .orElse("");
        var origin = property.getOrigin();
        var kind = kind(source.getUnderlyingSource(), String.valueOf(origin));
        return new Found(value, kind, kind == Source.FILE && origin != null ? origin.toString() : "");
    }

    private static Source kind(@org.jspecify.annotations.Nullable Object source, String origin) {
        return switch (source) {
            case CommandLinePropertySource<?> _ -> Source.COMMAND_LINE;
            case SystemEnvironmentPropertySource _ -> Source.ENVIRONMENT;
            case org.springframework.core.env.PropertySource<?> named
            when named.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME) ->
                Source.JAVA_OPTION;
            case null, default -> origin.contains(SHIPPED) ? Source.USUAL : Source.FILE;
        };
    }

    /** The text with other settings filled in. */
    String resolved(String text) {
        return environment.resolvePlaceholders(text);
    }

    /** The operator's own names at the place of {@code *}. */
    Set<String> namesAt(String name) {
        var prefix = name.substring(0, name.indexOf(".*"));
        return Binder.get(environment)
                .bind(prefix, Bindable.mapOf(String.class, Object.class))
                .map(Map::keySet)
                .orElse(Set.of())
                .stream()
                .map(key -> ConfigurationPropertyName.adapt(key, '.').toString())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** Names for which a declared name stands. */
    List<String> expanded(String name) {
        if (!name.contains(".*")) {
            return List.of(name);
        }
        var names = namesAt(name);
        return names.isEmpty()
                ? List.of(name)
                : names.stream().map(own -> name.replace("*", own)).toList();
    }
}
