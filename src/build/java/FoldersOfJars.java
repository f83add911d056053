import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * Writes down which jar has which folders, so that the packed program need not ask all of them for each class ({@code PackedClasses} reads it).
 *
 * <p>Arguments: the folder of the platform's own classes, the class path of the program, the file to write.
 */
public final class FoldersOfJars {

    private static final String VERSIONS = "META-INF/versions/";

    private final List<String> jars = new ArrayList<>();
    private final SortedMap<String, TreeSet<Integer>> folders = new TreeMap<>();

    private FoldersOfJars() {}

    /** Reads the jars in the order of the class path. */
    public static void main(String[] arguments) throws IOException {
        var index = new FoldersOfJars();
        index.readClasses(Path.of(arguments[0]));
        for (var place : arguments[1].split(File.pathSeparator)) {
            if (place.endsWith(".jar")) {
                index.readJar(Path.of(place));
            }
        }
        var file = Path.of(arguments[2]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, index.text());
        System.out.println(index.folders.size() + " folders of " + index.jars.size() + " jars");
    }

    private void readClasses(Path classes) throws IOException {
        jars.add(classes.getFileName().toString());
        try (var files = Files.walk(classes)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> add(classes.relativize(file).toString().replace(File.separatorChar, '/'), 0));
        }
    }

    private void readJar(Path place) throws IOException {
        var number = jars.size();
        jars.add(place.getFileName().toString());
        try (var jar = new JarFile(place.toFile())) {
            jar.stream().forEach(entry -> {
                var name = entry.getName();
                add(name, number);
                if (name.startsWith(VERSIONS)) {
                    add(name.substring(name.indexOf('/', VERSIONS.length()) + 1), number);
                }
            });
        }
    }

    /** The folder it is in, and those above. */
    private void add(String name, int jar) {
        var folder = name;
        while (!folder.isEmpty()) {
            folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/', folder.length() - 2)));
            folders.computeIfAbsent(folder, _ -> new TreeSet<>()).add(jar);
        }
    }

    private String text() {
        return jars.stream().collect(Collectors.joining("\n", "", "\n\n"))
                + folders.entrySet().stream()
                        .map(entry -> entry.getKey() + "\t"
                                + entry.getValue().stream().map(String::valueOf).collect(Collectors.joining(" "))
                                + "\n")
                        .collect(Collectors.joining());
    }
}
