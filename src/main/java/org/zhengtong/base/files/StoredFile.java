package org.zhengtong.base.files;

import java.time.Instant;
import org.springframework.http.MediaType;

/** A file somebody handed in: its name as cleaned, its kind as found by looking into it. */
public record StoredFile(
        FileId id,
        FileOwner owner,
        String name,
        MediaType mediaType,
        long size,
        String digest,
        VirusState virus,
        String uploader,
        Instant uploadedAt) {}
