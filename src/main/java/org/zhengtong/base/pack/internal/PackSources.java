package org.zhengtong.base.pack.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.zhengtong.base.pack.PackFile;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSettings;

/** Finds the files of a pack: in the configured folder, else among the packs shipped with the program. */
@Component
class PackSources {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final PackSettings settings;

    PackSources(PackSettings settings) {
        this.settings = settings;
    }

    PackReader open(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a pack name: " + name);
        }
        try {
            var folder = settings.folder() == null ? null : settings.folder().resolve(name);
            return folder != null && Files.isDirectory(folder) ? PackReader.ofFolder(folder) : shipped(name);
        } catch (IOException failure) {
            throw new UncheckedIOException("Pack " + name, failure);
        }
    }

    private static PackReader shipped(String name) throws IOException {
        var place = "packs/" + name + "/";
        var sources = new TreeMap<String, PackFile.Source>();
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + place + "**")) {
            if (resource.isReadable()) {
                sources.put(pathAfter(place, resource), resource::getInputStream);
            }
        }
        return PackReader.of(name, sources);
    }

    private static String pathAfter(String place, Resource resource) throws IOException {
        var address = URLDecoder.decode(resource.getURL().toString(), StandardCharsets.UTF_8);
        return address.substring(address.lastIndexOf("/" + place) + place.length() + 1);
    }
}
