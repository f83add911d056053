package org.zhengtong.base.files.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.zhengtong.base.files.AppendOutcome;
import org.zhengtong.base.files.ResumableUploads;
import org.zhengtong.base.files.Upload;
import org.zhengtong.base.files.UploadId;
import org.zhengtong.base.identity.CurrentUser;

/** Resumable uploads in the core of the tus protocol 1.0.0 with creation, checksum and termination. */
@Controller
@RequestMapping("/uploads")
class UploadController {
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String VERSION = "Tus-Resumable";
    private static final String PIECE_TYPE = "application/offset+octet-stream";
    private static final int CHECKSUM_MISMATCH = 460;

    /** A piece of eight megabytes holds memory for a moment only, and costs little to send again. */
    private static final int LONGEST_PIECE = (int) DataSize.ofMegabytes(8).toBytes();

    private static final long LONGEST = DataSize.ofMegabytes(60).toBytes();

    private final ResumableUploads uploads;

    UploadController(ResumableUploads uploads) {
        this.uploads = uploads;
    }

    @PostMapping
    ResponseEntity<Void> begin(
            @RequestHeader(name = LENGTH, required = false) @Nullable String length,
            @RequestHeader(name = "Upload-Metadata", required = false) @Nullable String metadata,
            CurrentUser user) {
        var announced = UploadHeaders.bytes(length).orElse(0L);
        if (announced < 1) {
            return answer(HttpStatus.BAD_REQUEST).build();
        }
        if (announced > LONGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        var values = UploadHeaders.metadata(metadata);
        var upload = uploads.begin(
                values.getOrDefault("filename", ""),
                values.get("filetype"),
                announced,
                user.id().toString());
        return answer(HttpStatus.CREATED)
                .header(HttpHeaders.LOCATION, "/uploads/" + upload.id())
                .build();
    }

    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> find(@PathVariable UUID id, CurrentUser user) {
        return uploads.find(new UploadId(id), user.id().toString())
                .map(UploadController::standing)
                .orElseGet(() -> answer(HttpStatus.NOT_FOUND).build());
    }

    private static ResponseEntity<Void> standing(Upload upload) {
        return answer(HttpStatus.OK)
                .cacheControl(CacheControl.noStore())
                .header(LENGTH, String.valueOf(upload.length()))
                .header(OFFSET, String.valueOf(upload.received()))
                .build();
    }

    @PatchMapping("/{id}")
    ResponseEntity<Void> append(
            @PathVariable UUID id,
            @RequestHeader(name = OFFSET, required = false) @Nullable String offset,
            @RequestHeader(name = "Upload-Checksum", required = false) @Nullable String checksum,
            CurrentUser user,
            HttpServletRequest request) {
        var at = UploadHeaders.bytes(offset);
        if (!PIECE_TYPE.equals(request.getContentType())) {
            return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
        }
        if (at.isEmpty()) {
            return answer(HttpStatus.BAD_REQUEST).build();
        }
        var piece = read(request);
        if (piece == null) {
            return answer(HttpStatus.BAD_REQUEST).build();
        }
        if (piece.length > LONGEST_PIECE) {
            return answer(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        var outcome =
                uploads.append(new UploadId(id), user.id().toString(), at.get(), piece, UploadHeaders.digest(checksum));
        return switch (outcome) {
            case AppendOutcome.Appended(var received) -> at(HttpStatus.NO_CONTENT.value(), received);
            case AppendOutcome.WrongOffset(var received) -> at(HttpStatus.CONFLICT.value(), received);
            case AppendOutcome.WrongDigest(var received) -> at(CHECKSUM_MISMATCH, received);
            case AppendOutcome.TooLong _ -> answer(HttpStatus.CONTENT_TOO_LARGE).build();
        };
    }

    /** Null when the connection broke: nothing of the piece is kept, and the sender asks where to go on. */
    private static byte @Nullable [] read(HttpServletRequest request) {
        try {
            return request.getInputStream().readNBytes(LONGEST_PIECE + 1);
        } catch (IOException cut) {
            return null;
        }
    }

    private static ResponseEntity<Void> at(int status, long received) {
        return ResponseEntity.status(status)
                .header(VERSION, "1.0.0")
                .header(OFFSET, String.valueOf(received))
                .build();
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> discard(@PathVariable UUID id, CurrentUser user) {
        uploads.discard(new UploadId(id), user.id().toString());
        return answer(HttpStatus.NO_CONTENT).build();
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).header(VERSION, "1.0.0");
    }
}
