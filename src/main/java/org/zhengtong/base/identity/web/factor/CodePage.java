package org.zhengtong.base.identity.web.factor;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;

/** The page that asks for a code after the password. */
public record CodePage(List<FieldFault> errors) {}
