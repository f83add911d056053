package org.zhengtong.base.inspection.web;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.InclusionProof;

/** One entry with its proof. */
public record EntryPage(AuditEntry entry, @Nullable InclusionProof proof, boolean verified) {}
