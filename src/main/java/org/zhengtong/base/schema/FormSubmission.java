package org.zhengtong.base.schema;

import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.base.files.FileOwner;

/** What a browser sent for one page: fields, files, and whose files they become. */
public record FormSubmission(
        MultiValueMap<String, String> fields,
        MultiValueMap<String, MultipartFile> files,
        FileOwner owner,
        String uploader) {}
