package org.zhengtong.base.identity.web.recovery;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;

/** Setting a new password by a link. */
public record ResetPage(String token, boolean done, List<FieldFault> errors) {}
