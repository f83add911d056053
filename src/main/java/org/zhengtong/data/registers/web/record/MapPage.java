package org.zhengtong.data.registers.web.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.RegisterDefinition;

/** Records on a map; the list beside it is there without JavaScript, too. */
public record MapPage(
        RegisterDefinition register,
        List<RecordsPage.Line> lines,
        @Nullable String first,
        @Nullable String next) {}
