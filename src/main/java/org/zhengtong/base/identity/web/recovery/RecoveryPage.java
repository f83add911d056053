package org.zhengtong.base.identity.web.recovery;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;

/** Asking for a link. {@code taken}: the request was taken, whatever comes of it. */
public record RecoveryPage(String name, boolean taken, List<FieldFault> errors) {}
