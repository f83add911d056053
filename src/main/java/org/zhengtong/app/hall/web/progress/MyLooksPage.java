package org.zhengtong.app.hall.web.progress;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.app.hall.internal.DataLooks;

/** Looks at somebody's data, the latest first; {@code next} is the address of the page behind. */
public record MyLooksPage(
        List<DataLooks.Look> looks, @Nullable String next, boolean first) {}
