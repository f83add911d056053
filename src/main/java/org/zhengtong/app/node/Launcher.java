package org.zhengtong.app.node;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Checks the Java version before anything else is loaded. Compiled for Java 17, so that an old Java can still read it. */
public final class Launcher {

    private static final int OLDEST_JAVA = 25;

    private Launcher() {}

    /** Starts the node, or checks an exported audit log ({@code verify-log}), or does another command of the first word, or says in Chinese and English which Java is needed and ends with status 1. */
    public static void main(String[] args) throws ReflectiveOperationException {
        speakChinese();
        if (Runtime.version().feature() < OLDEST_JAVA) {
            for (var locale : new Locale[] {Locale.ROOT, Locale.ENGLISH}) {
                var sentence = ResourceBundle.getBundle("messages/node", locale).getString("node.wrong_java");
                System.err.println(new MessageFormat(sentence, Locale.ROOT).format(new Object[] {
                    String.valueOf(OLDEST_JAVA), System.getProperty("java.version"), System.getProperty("java.home")
                }));
            }
            System.exit(1);
        }
        if (args.length > 0 && args[0].equals("verify-log")) {
            var arguments = Arrays.asList(args).subList(1, args.length);
            System.exit((int) Class.forName("org.zhengtong.base.audit.LogVerifier")
                    .getMethod("run", List.class, PrintStream.class)
                    .invoke(null, arguments, System.out));
        }
        var packed =
                String.valueOf(Launcher.class.getResource("Launcher.class")).startsWith("jar:");
        var loader = packed ? usePreparedStart() : Launcher.class.getClassLoader();
        var main = isCommand(args) ? "org.zhengtong.app.node.Commands" : "org.zhengtong.app.node.ZhengtongApplication";
        try {
            Class.forName(main, true, loader).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** A first word that is no setting is a command for the operator, such as {@code backup}. */
    private static boolean isCommand(String[] args) {
        return args.length > 0 && !args[0].startsWith("-");
    }

    // The build works out in advance how the jar's beans are put together and where its classes lie; started from a
    // folder of
    // classes that may be stale.
    private static ClassLoader usePreparedStart() throws ReflectiveOperationException {
        if (System.getProperty("spring.aot.enabled") == null) {
            System.setProperty("spring.aot.enabled", "true");
        }
        var loader = (ClassLoader) Class.forName("org.zhengtong.app.node.PackedClasses")
                .getMethod("insteadOf", ClassLoader.class)
                .invoke(null, Launcher.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        return loader;
    }

    /** Many servers run without a language set; what is printed is UTF-8 all the same. */
    private static void speakChinese() {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }
}
