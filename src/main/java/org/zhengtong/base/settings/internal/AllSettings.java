package org.zhengtong.base.settings.internal;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.DeclaredSettings;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.StartSettings;

/** Every setting that a room of this program declares. */
@Component
class AllSettings {

    private static final String OURS = "org.zhengtong.";

    private final ApplicationContext context;
    private final List<DeclaredSettings> declared;

    AllSettings(ApplicationContext context, List<DeclaredSettings> declared) {
        this.context = context;
        this.declared = declared;
    }

    /** By name; two rooms may read the same one. */
    List<Setting<?>> list() {
        var byName = new TreeMap<String, Setting<?>>();
        Stream.concat(declared.stream().map(DeclaredSettings::settings), records())
                .flatMap(List::stream)
                .forEach(setting -> byName.putIfAbsent(setting.name(), setting));
        return List.copyOf(byName.values());
    }

    private Stream<List<Setting<?>>> records() {
        return context.getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
                .<Class<?>>map(Object::getClass)
                .filter(type -> type.getName().startsWith(OURS) && type.isRecord())
                .map(StartSettings::of);
    }

    /** Those that are asked for while the node runs. */
    Stream<Setting<?>> live() {
        return declared.stream().flatMap(room -> room.settings().stream()).filter(Setting::live);
    }
}
