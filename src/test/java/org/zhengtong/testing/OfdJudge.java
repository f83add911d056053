package org.zhengtong.testing;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * The reader and the validator of ofdrw, which know nothing of this project: what they accept is not only our own opinion. They
 * are loaded apart, since they need a BouncyCastle older than ours.
 */
public final class OfdJudge {

    private static final Path FOLDER = Path.of("target", "ofd-judge");

    private final ClassLoader judge;

    private OfdJudge(ClassLoader judge) {
        this.judge = judge;
    }

    /** The judge; the test is passed over where its libraries were not fetched (./mvnw dependency:copy@ofd-judge). */
    public static OfdJudge call() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "target/ofd-judge was not fetched");
        var files = FOLDER.toFile().listFiles((folder, name) -> name.endsWith(".jar"));
        var jars = Arrays.stream(files == null ? new File[0] : files)
                .map(OfdJudge::address)
                .toArray(URL[]::new);
        return new OfdJudge(new URLClassLoader(jars, ClassLoader.getPlatformClassLoader()));
    }

    private static URL address(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All texts of all pages. */
    @SuppressWarnings("unchecked")
    public List<String> texts(byte[] ofd) throws Exception {
        return inside(() -> {
            var reader = reader(ofd);
            var extractor = judge.loadClass("org.ofdrw.reader.ContentExtractor")
                    .getConstructor(reader.getClass())
                    .newInstance(reader);
            return (List<String>) extractor.getClass().getMethod("extractAll").invoke(extractor);
        });
    }

    /** How many pages there are. */
    public int pages(byte[] ofd) throws Exception {
        return inside(() -> {
            var reader = reader(ofd);
            return (Integer) reader.getClass().getMethod("getNumberOfPages").invoke(reader);
        });
    }

    /** Validates every seal by GB/T 38540; throws what the validator throws. */
    public void validate(byte[] ofd) throws Exception {
        inside(() -> {
            var reader = reader(ofd);
            var container = judge.loadClass("org.ofdrw.sign.verify.container.SESV4ValidateContainer")
                    .getConstructor()
                    .newInstance();
            var type = judge.loadClass("org.ofdrw.sign.verify.OFDValidator");
            var validator = type.getConstructor(reader.getClass()).newInstance(reader);
            type.getMethod("setValidator", judge.loadClass("org.ofdrw.sign.verify.SignedDataValidateContainer"))
                    .invoke(validator, container);
            type.getMethod("exeValidate").invoke(validator);
            return true;
        });
    }

    private Object reader(byte[] ofd) throws ReflectiveOperationException {
        return judge.loadClass("org.ofdrw.reader.OFDReader")
                .getConstructor(InputStream.class)
                .newInstance(new ByteArrayInputStream(ofd));
    }

    private <T> T inside(java.util.concurrent.Callable<T> work) throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(judge);
        try {
            return work.call();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
