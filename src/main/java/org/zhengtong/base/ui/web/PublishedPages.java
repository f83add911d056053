package org.zhengtong.base.ui.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.PublishedPage;
import org.zhengtong.base.ui.Shell;

/** Pages that are the same for every visitor, as bytes; a changed one is seen after a minute at the latest. */
@Component
class PublishedPages {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final Cache<String, byte[]> pages = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumWeight(MOST_BYTES)
            .weigher((String _, byte[] page) -> page.length)
            .build();

    /** The key of the page; null when it was not marked as published or its reader is signed in. */
    static @Nullable String key(String template, Map<String, Object> values) {
        return values.get(PublishedPage.ATTRIBUTE) instanceof PublishedPage(var key)
                        && values.get("shell") instanceof Shell shell
                        && shell.user() == null
                ? template + " " + shell.appearance() + " " + shell.path() + " " + key
                : null;
    }

    byte[] page(String key, Supplier<byte[]> rendered) {
        return pages.get(key, _ -> rendered.get());
    }
}
