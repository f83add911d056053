package org.zhengtong.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed program finds by the index what it would have found without, in the same order, and does without an index that does not fit. */
class PackedClassesTest {

    private static final String SAMPLE = PackedClassesTest.class.getName() + "$Sample";
    private static final String SAMPLE_FILE = SAMPLE.replace('.', '/') + ".class";

    /** A class for a jar. */
    public static final class Sample {}

    @TempDir
    private Path folder;

    private URL first;
    private URL second;

    @BeforeEach
    void two_jars() throws IOException {
        first = jar("first.jar", Map.of("shared/note.txt", "first".getBytes(StandardCharsets.UTF_8)));
        byte[] sample;
        try (var in = PackedClassesTest.class.getClassLoader().getResourceAsStream(SAMPLE_FILE)) {
            sample = java.util.Objects.requireNonNull(in).readAllBytes();
        }
        second = jar(
                "second.jar",
                Map.of("shared/note.txt", "second".getBytes(StandardCharsets.UTF_8), SAMPLE_FILE, sample));
    }

    @Test
    void classes_and_resources_are_found_in_the_order_of_the_jars() throws Exception {
        var index = "index.jar\nfirst.jar\nsecond.jar\n\nshared\t1 2\n"
                + SAMPLE_FILE.substring(0, SAMPLE_FILE.lastIndexOf('/')) + "\t2\n";
        try (var usual = usual(index, first, second)) {
            var packed = PackedClasses.insteadOf(usual);

            assertThat(packed).isInstanceOf(PackedClasses.class);
            var sample = packed.loadClass(SAMPLE);
            assertThat(sample.getClassLoader()).isSameAs(packed);
            assertThat(sample).isSameAs(packed.loadClass(SAMPLE));
            assertThat(sample.getPackage().getImplementationVersion()).isEqualTo("1.0");
            assertThat(text(packed.getResource("shared/note.txt"))).isEqualTo("first");
            assertThat(Collections.list(packed.getResources("shared/note.txt")))
                    .extracting(PackedClassesTest::text)
                    .containsExactly("first", "second");
            assertThat(packed.loadClass("java.lang.String")).isSameAs(String.class);
            assertThat(packed.getResource("shared/other.txt")).isNull();
            assertThat(packed.getResource("nowhere/note.txt")).isNull();
            assertThatThrownBy(() -> packed.loadClass("shared.None")).isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void an_index_that_lacks_a_jar_is_not_used() throws IOException {
        try (var usual = usual("index.jar\nfirst.jar\n\nshared\t1\n", first, second)) {
            assertThat(PackedClasses.insteadOf(usual)).isSameAs(usual);
        }
    }

    @Test
    void a_jar_that_was_left_out_is_not_asked() throws IOException {
        try (var usual = usual("index.jar\nleft-out.jar\nfirst.jar\nsecond.jar\n\nshared\t1 2 3\n", first, second)) {
            var packed = PackedClasses.insteadOf(usual);

            assertThat(packed).isNotSameAs(usual);
            assertThat(text(packed.getResource("shared/note.txt"))).isEqualTo("first");
        }
    }

    @Test
    void a_start_without_an_index_is_as_usual() throws IOException {
        var application = PackedClassesTest.class.getClassLoader();
        try (var plain = new URLClassLoader(new URL[] {first}, null)) {
            assertThat(PackedClasses.insteadOf(application)).isSameAs(application);
            assertThat(PackedClasses.insteadOf(plain)).isSameAs(plain);
        }
    }

    private URLClassLoader usual(String index, URL... jars) throws IOException {
        var urls = new URL[jars.length + 1];
        urls[0] = jar("index.jar", Map.of(PackedClasses.INDEX, index.getBytes(StandardCharsets.UTF_8)));
        System.arraycopy(jars, 0, urls, 1, jars.length);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private URL jar(String name, Map<String, byte[]> entries) throws IOException {
        var file = Files.createDirectories(folder.resolve(String.valueOf(entries.hashCode())))
                .resolve(name);
        try (var out = new JarOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            out.write("Manifest-Version: 1.0\nImplementation-Version: 1.0\n\n".getBytes(StandardCharsets.UTF_8));
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return URI.create("jar:" + file.toUri() + "!/").toURL();
    }

    private static String text(URL address) {
        try (var in = address.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
