package org.zhengtong.app.hall.internal;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Answers being corrected, and when they were saved. */
record SupplementDraft(ObjectNode answers, Instant savedAt) {}
