package org.zhengtong.base.files;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;

/** Sends stored files to browsers so that they can do no harm there. Byte ranges work. The caller has checked who asks. */
public interface FileDownloads {
    /** To be saved by the reader. */
    ResponseEntity<Resource> attachment(StoredFile file);

    /** To be looked at in the page: PDF and pictures only, others become attachments. */
    ResponseEntity<Resource> inline(StoredFile file);

    /** A small picture of it: of a photograph, or of the first page of a PDF; a neutral picture for anything else. */
    ResponseEntity<Resource> thumbnail(StoredFile file);
}
