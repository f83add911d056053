package org.zhengtong.base.identity.web.factor;

import org.zhengtong.base.identity.SecondFactorRule;

/** Who must have a second factor. */
public record RulePage(SecondFactorRule rule, boolean saved) {}
