package org.zhengtong.base.files;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * A file as it arrives.
 *
 * @param declaredType what the browser says it is; checked, never believed
 * @param uploader who hands it in, in the words of the caller's room, such as an account number
 */
public record FileUpload(
        String name, @Nullable String declaredType, InputStreamSource content, FileOwner owner, String uploader) {}
