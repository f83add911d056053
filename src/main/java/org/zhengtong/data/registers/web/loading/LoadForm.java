package org.zhengtong.data.registers.web.loading;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A file to load. */
public record LoadForm(@Nullable MultipartFile file) {}
