package org.zhengtong.data.registers.web.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.FormView;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterWriting.WriteOutcome;

/**
 * A record as a form.
 *
 * @param back address of the record; null for a new one
 * @param overtaken who wrote while this form was open
 * @param sources each item with its source, so that one sees what becomes a request
 */
public record EditPage(
        RegisterDefinition register,
        FormView view,
        String action,
        @Nullable String back,
        WriteOutcome.@Nullable Overtaken overtaken,
        List<String> sources) {}
