package org.zhengtong.base.files.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.FileDownloads;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.StoredFile;

/** Headers under which a stranger's file is harmless in a browser. */
@Component
class SafeDownloads implements FileDownloads {
    private static final Set<MediaType> SHOWN =
            Set.of(MediaType.APPLICATION_PDF, MediaType.IMAGE_JPEG, MediaType.IMAGE_PNG);

    private static final Resource NEUTRAL = new ClassPathResource("static/files/neutral.svg");

    private final FileStorage files;
    private final DerivedFolder derived;

    SafeDownloads(FileStorage files, DerivedFolder derived) {
        this.files = files;
        this.derived = derived;
    }

    @Override
    public ResponseEntity<Resource> attachment(StoredFile file) {
        return send(file, ContentDisposition.attachment(), "default-src 'none'; sandbox");
    }

    @Override
    public ResponseEntity<Resource> inline(StoredFile file) {
        // browsers show PDF with a viewer of their own, which a sandbox would switch off
        return SHOWN.contains(file.mediaType())
                ? send(
                        file,
                        ContentDisposition.inline(),
                        "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'")
                : attachment(file);
    }

    @Override
    public ResponseEntity<Resource> thumbnail(StoredFile file) {
        try {
            var drawn = SHOWN.contains(file.mediaType()) ? derived.thumbnail(file) : NEUTRAL;
            return drawn != NEUTRAL && drawn.contentLength() > 0
                    ? picture(drawn, MediaType.IMAGE_JPEG)
                    : picture(NEUTRAL, MediaType.valueOf("image/svg+xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResponseEntity<Resource> picture(Resource picture, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(picture);
    }

    private ResponseEntity<Resource> send(StoredFile file, ContentDisposition.Builder disposition, String policy) {
        return ResponseEntity.ok()
                .contentType(file.mediaType())
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Content-Security-Policy", policy)
                .body(files.content(file));
    }
}
