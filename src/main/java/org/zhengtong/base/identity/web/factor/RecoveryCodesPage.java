package org.zhengtong.base.identity.web.factor;

import java.util.List;

/** Recovery codes, shown this once. */
public record RecoveryCodesPage(List<String> codes, String next) {}
