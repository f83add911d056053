package org.zhengtong.base.files.internal;

import java.nio.charset.StandardCharsets;
import java.util.Set;
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

    private final FileStorage files;

    SafeDownloads(FileStorage files) {
        this.files = files;
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

    private ResponseEntity<Resource> send(StoredFile file, ContentDisposition.Builder disposition, String policy) {
        return ResponseEntity.ok()
                .contentType(file.mediaType())
                .cacheControl(CacheControl.maxAge(java.time.Duration.ZERO).cachePrivate())
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
