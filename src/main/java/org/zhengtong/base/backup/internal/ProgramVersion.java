package org.zhengtong.base.backup.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version the build gave this program. */
final class ProgramVersion {

    private ProgramVersion() {}

    static String ofThis() {
        try (var file = ProgramVersion.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (file == null) {
                return "unpackaged";
            }
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("build.version", "unpackaged");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
