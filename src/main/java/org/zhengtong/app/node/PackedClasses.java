package org.zhengtong.app.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.security.SecureClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes of the packed jar by the index of folders that was written when it was packed.
 *
 * <p>The loader of Spring Boot asks one of two hundred jars after another for each class and each resource, and all of them for what is in
 * none. With the index those few are asked that have the folder. What the index does not know is looked for in the usual
 * way.
 */
public final class PackedClasses extends SecureClassLoader {

    /** The jars' names, an empty line, then each folder, a tab, and the numbers of the jars that have it. */
    static final String INDEX = "org/zhengtong/app/node/folders.txt";

    private static final List<String> OF_THE_JDK = List.of("java.", "javax.", "jdk.", "sun.", "org.w3c.", "org.xml.");
    private static final Jar[] NONE = {};

    static {
        registerAsParallelCapable();
    }

    private final Map<String, Jar[]> folders;

    private PackedClasses(ClassLoader parent, Map<String, Jar[]> folders) {
        super(parent);
        this.folders = folders;
    }

    /** In place of the loader that the jar was started with; that loader itself if it is another kind, or there is no index. */
    public static ClassLoader insteadOf(ClassLoader usual) throws IOException {
        if (!(usual instanceof URLClassLoader launched)) {
            return usual;
        }
        var index = launched.findResource(INDEX);
        if (index == null) {
            return usual;
        }
        var bases = new HashMap<String, URL>();
        for (var base : launched.getURLs()) {
            bases.put(name(base), base);
        }
        try (var lines = new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
            var jars = jars(lines, bases);
            return bases.keySet().stream().allMatch(PackedClasses::isPackersOwn)
                    ? new PackedClasses(usual.getParent(), folders(lines, jars))
                    : usual;
        }
    }

    /** {@code jar:nested:/…/zhengtong.jar/!BOOT-INF/lib/x.jar!/} is x.jar; the classes of the platform itself are {@code classes}. */
    private static String name(URL base) {
        var path = base.getPath().replaceAll("/?!/$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What Spring Boot adds for working on the jar itself has no part in the program. */
    private static boolean isPackersOwn(String name) {
        return name.startsWith("spring-boot-jarmode-");
    }

    /** The jars of the index, taken from the bases; one that was left out of the packed jar is none. */
    private static List<Optional<Jar>> jars(BufferedReader lines, Map<String, URL> bases) throws IOException {
        var jars = new ArrayList<Optional<Jar>>();
        for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            jars.add(Optional.ofNullable(bases.remove(line)).map(Jar::new));
        }
        return jars;
    }

    private static Map<String, Jar[]> folders(BufferedReader lines, List<Optional<Jar>> jars) throws IOException {
        var folders = new HashMap<String, Jar[]>(16_384);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var tab = line.indexOf('\t');
            folders.put(line.substring(0, tab), having(line, tab + 1, jars));
        }
        return folders;
    }

    private static Jar[] having(String numbers, int from, List<Optional<Jar>> jars) {
        var having = new ArrayList<Jar>();
        for (var at = from; at < numbers.length(); at++) {
            var next = numbers.indexOf(' ', at);
            var end = next < 0 ? numbers.length() : next;
            jars.get(Integer.parseInt(numbers, at, end, 10)).ifPresent(having::add);
            at = end;
        }
        return having.toArray(Jar[]::new);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            if (loaded == null && OF_THE_JDK.stream().noneMatch(name::startsWith)) {
                loaded = find(name);
            }
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var found = find(name);
        if (found == null) {
            throw new ClassNotFoundException(name);
        }
        return found;
    }

    private @Nullable Class<?> find(String name) throws ClassNotFoundException {
        var path = name.replace('.', '/') + ".class";
        try {
            for (var jar : having(path)) {
                var bytes = jar.read(path);
                if (bytes != null) {
                    definePackageOf(name, jar);
                    return defineClass(name, bytes, 0, bytes.length, jar.source());
                }
            }
            return null;
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private Jar[] having(String path) {
        var end = path.lastIndexOf('/', path.length() - 2);
        return folders.getOrDefault(end < 0 ? "" : path.substring(0, end), NONE);
    }

    private void definePackageOf(String name, Jar jar) throws IOException {
        var dot = name.lastIndexOf('.');
        if (dot < 0 || getDefinedPackage(name.substring(0, dot)) != null) {
            return;
        }
        try {
            definePackage(
                    name.substring(0, dot),
                    jar.says(Attributes.Name.SPECIFICATION_TITLE),
                    jar.says(Attributes.Name.SPECIFICATION_VERSION),
                    jar.says(Attributes.Name.SPECIFICATION_VENDOR),
                    jar.says(Attributes.Name.IMPLEMENTATION_TITLE),
                    jar.says(Attributes.Name.IMPLEMENTATION_VERSION),
                    jar.says(Attributes.Name.IMPLEMENTATION_VENDOR),
                    null);
        } catch (IllegalArgumentException definedMeanwhile) {
            if (getDefinedPackage(name.substring(0, dot)) == null) {
                throw definedMeanwhile;
            }
        }
    }

    @Override
    protected @Nullable URL findResource(String name) {
        try {
            for (var jar : having(name)) {
                if (jar.has(name)) {
                    return jar.address(name);
                }
            }
            return null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        var found = new ArrayList<URL>();
        for (var jar : having(name)) {
            if (jar.has(name)) {
                found.add(jar.address(name));
            }
        }
        return Collections.enumeration(found);
    }

    /** One jar inside the packed one, opened when something is first looked for in it. */
    private static final class Jar {

        private final URL base;
        private volatile @Nullable JarFile file;
        private volatile @Nullable CodeSource source;

        private Jar(URL base) {
            this.base = base;
        }

        private JarFile file() throws IOException {
            var opened = file;
            if (opened == null) {
                opened = ((JarURLConnection) base.openConnection()).getJarFile();
                file = opened;
            }
            return opened;
        }

        private CodeSource source() {
            var known = source;
            if (known == null) {
                known = new CodeSource(base, (CodeSigner[]) null);
                source = known;
            }
            return known;
        }

        private boolean has(String path) throws IOException {
            return file().getEntry(path) != null;
        }

        private byte @Nullable [] read(String path) throws IOException {
            var entry = file().getEntry(path);
            if (entry == null) {
                return null;
            }
            try (var in = file().getInputStream(entry)) {
                return in.readAllBytes();
            }
        }

        private @Nullable String says(Attributes.Name name) throws IOException {
            var manifest = file().getManifest();
            return manifest == null ? null : manifest.getMainAttributes().getValue(name);
        }

        // the address of an entry is that of its jar with the entry's name behind it, as the jar's own handler reads it
        @SuppressWarnings("deprecation")
        private URL address(String path) throws MalformedURLException {
            return new URL(base, path);
        }
    }
}
