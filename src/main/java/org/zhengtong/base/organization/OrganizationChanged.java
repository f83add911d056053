package org.zhengtong.base.organization;

import java.time.Instant;

/** Divisions, departments or staff were imported anew. */
public record OrganizationChanged(Instant at) {}
