package org.zhengtong.base.identity.web.provider;

import java.util.List;

/** The question whether a system may learn who one is. */
public record ConsentPage(String system, String clientId, String state, List<String> scopes, String person) {}
