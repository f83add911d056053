package org.zhengtong.base.jobs;

import org.jspecify.annotations.Nullable;

/** What to start: the kind, a title for people, the input of the work, and who asked for it. */
public record WorkRequest(
        String kind, JobNote title, String input, @Nullable String startedBy) {}
