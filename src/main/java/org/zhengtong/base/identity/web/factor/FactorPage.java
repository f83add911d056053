package org.zhengtong.base.identity.web.factor;

import java.util.List;
import org.zhengtong.base.identity.SecondFactors;
import org.zhengtong.base.ui.FieldFault;

/** What stands of one's own second factor. */
public record FactorPage(SecondFactors.State state, boolean removed, List<FieldFault> errors) {}
