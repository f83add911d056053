package org.zhengtong.service.casework;

import java.time.Instant;

/** Another version of a procedure is in force, or none any more. */
public record ProcedurePublished(String key, Instant at) {}
