package org.zhengtong.base.files.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.util.function.SingletonSupplier;
import org.zhengtong.base.files.internal.ContentFolder.Arrived;

/**
 * Contents in a bucket. The digest under which a content lies is also what its upload is signed with, so the store itself
 * refuses bytes that changed on the way.
 */
class S3Contents implements Contents {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final FilesSettings.S3 settings;
    private final S3Signature signature;
    private final Path incoming;
    private final Clock clock;
    private final Supplier<HttpClient> http = SingletonSupplier.of(
            () -> HttpClient.newBuilder().connectTimeout(CONNECT).build());

    S3Contents(FilesSettings.S3 settings, Path incoming, Clock clock) {
        this.settings = settings;
        this.signature = new S3Signature(settings.accessKey(), settings.secretKey(), settings.region());
        this.incoming = incoming;
        this.clock = clock;
    }

    @Override
    public void place(Arrived arrived) throws IOException {
        if (holds(arrived.digest())) {
            return;
        }
        var answer = send(
                "PUT",
                arrived.digest(),
                arrived.digest(),
                BodyPublishers.ofFile(arrived.path()),
                BodyHandlers.discarding());
        expect(answer, 200, "PUT", arrived.digest());
    }

    @Override
    public boolean holds(String digest) {
        try {
            var answer =
                    send("HEAD", digest, S3Signature.EMPTY_PAYLOAD, BodyPublishers.noBody(), BodyHandlers.discarding());
            if (answer.statusCode() == 404) {
                return false;
            }
            expect(answer, 200, "HEAD", digest);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Resource open(String digest, long size) {
        return new Held(digest, size);
    }

    private InputStream read(String digest) throws IOException {
        var answer =
                send("GET", digest, S3Signature.EMPTY_PAYLOAD, BodyPublishers.noBody(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            answer.body().close();
            if (answer.statusCode() == 404) {
                throw new FileNotFoundException(address(digest).toString());
            }
        }
        expect(answer, 200, "GET", digest);
        return answer.body();
    }

    @Override
    public Local local(String digest) throws IOException {
        var copy = Files.createTempFile(Files.createDirectories(incoming), "copy-", ".part");
        try (var content = read(digest)) {
            Files.copy(content, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            Files.deleteIfExists(copy);
            throw broken;
        }
        return new Copy(copy);
    }

    private record Copy(Path path) implements Local {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    @Override
    public void remove(String digest) {
        try {
            var answer = send(
                    "DELETE", digest, S3Signature.EMPTY_PAYLOAD, BodyPublishers.noBody(), BodyHandlers.discarding());
            if (answer.statusCode() != 404) {
                expect(answer, 204, "DELETE", digest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI address(String digest) {
        var base = settings.endpoint().toString().replaceAll("/+$", "");
        return URI.create(base + "/" + settings.bucket() + "/" + settings.prefix() + digest);
    }

    private <T> HttpResponse<T> send(
            String method, String digest, String payload, BodyPublisher body, HttpResponse.BodyHandler<T> reading)
            throws IOException {
        var address = address(digest);
        var request = HttpRequest.newBuilder(address).method(method, body).timeout(ANSWER);
        signature.headers(method, address, Map.of(), payload, clock.instant()).forEach(request::header);
        try {
            return http.get().send(request.build(), reading);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking " + settings, stopping);
        }
    }

    private void expect(HttpResponse<?> answer, int wanted, String method, String digest) throws IOException {
        if (answer.statusCode() != wanted) {
            throw new IOException(method + " " + digest + " in " + settings + " was answered " + answer.statusCode());
        }
    }

    /** A content in the bucket; each reading is a request. */
    private final class Held extends AbstractResource {
        private final String digest;
        private final long size;

        Held(String digest, long size) {
            this.digest = digest;
            this.size = size;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return read(digest);
        }

        @Override
        public long contentLength() {
            return size;
        }

        @Override
        public boolean exists() {
            return holds(digest);
        }

        @Override
        public String getDescription() {
            return settings + " " + digest;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Held held && held.digest.equals(digest);
        }

        @Override
        public int hashCode() {
            return digest.hashCode();
        }
    }
}
