package org.zhengtong.base.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of one pack, wherever they lie: a folder, the program itself, or texts of a test. */
public final class PackReader {

    private final String name;
    private final TreeMap<String, PackFile> files = new TreeMap<>();

    private PackReader(String name) {
        this.name = name;
    }

    /** A pack from stored sources by path; paths ending in {@code .gz} are unpacked on reading. */
    public static PackReader of(String name, Map<String, PackFile.Source> sources) {
        var pack = new PackReader(name);
        sources.forEach((path, source) -> {
            var file = new PackFile(path, source);
            pack.files.put(file.path(), file);
        });
        return pack;
    }

    /** A pack that is written down in a test or on a screen. */
    public static PackReader ofTexts(String name, Map<String, String> texts) {
        var sources = new TreeMap<String, PackFile.Source>();
        texts.forEach((path, text) ->
                sources.put(path, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        return of(name, sources);
    }

    /** The pack in a folder; the folder's name is the pack's. */
    public static PackReader ofFolder(Path folder) throws IOException {
        var sources = new TreeMap<String, PackFile.Source>();
        try (var found = Files.walk(folder)) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                var path = folder.relativize(file).toString().replace('\\', '/');
                sources.put(path, () -> Files.newInputStream(file));
            }
        }
        return of(folder.toAbsolutePath().normalize().getFileName().toString(), sources);
    }

    /** The pack's name, such as {@code shandong}. */
    public String name() {
        return name;
    }

    /** The file at a path, such as {@code organization/departments.csv}. */
    public Optional<PackFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The file at a path; an absent one is reported. */
    public Optional<PackFile> require(String path, PackErrors errors) {
        var file = find(path);
        if (file.isEmpty()) {
            errors.add(path, 0, "pack.missing_file");
        }
        return file;
    }

    /** All files whose path begins with the prefix, such as {@code items/}, in the order of their paths. */
    public List<PackFile> list(String prefix) {
        return List.copyOf(files.subMap(prefix, prefix + Character.MAX_VALUE).values());
    }

    /** All files in the order of their paths. */
    public Collection<PackFile> files() {
        return List.copyOf(files.values());
    }
}
