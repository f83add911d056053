package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;

/** JDBC drivers: the one that ships, and those in JAR files that the operator put into a folder. Loaded when first asked for. */
final class Drivers {

    private static final Map<List<Path>, ClassLoader> LOADERS = new ConcurrentHashMap<>();

    private Drivers() {}

    static Driver of(Path folder, String url) throws SourceException {
        if (url.startsWith("jdbc:postgresql:")) {
            return new org.postgresql.Driver();
        }
        try {
            var loader = LOADERS.computeIfAbsent(jars(folder), Drivers::loader);
            for (var found : ServiceLoader.load(Driver.class, loader)) {
                if (found.getClass().getClassLoader() == loader && found.acceptsURL(url)) {
                    return found;
                }
            }
        } catch (IOException | SQLException | java.util.ServiceConfigurationError broken) {
            throw new SourceException(SourceFault.NO_DRIVER, broken, product(url));
        }
        throw SourceException.of(SourceFault.NO_DRIVER, product(url));
    }

    private static String product(String url) {
        return url.split(":", 3)[1];
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static ClassLoader loader(List<Path> jars) {
        return new URLClassLoader(
                "jdbc-drivers", jars.stream().map(Drivers::url).toArray(URL[]::new), Driver.class.getClassLoader());
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
