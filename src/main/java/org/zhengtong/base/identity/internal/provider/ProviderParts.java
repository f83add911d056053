package org.zhengtong.base.identity.internal.provider;

import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.internal.Secrets;

/** What the provider is made of. */
@Component
record ProviderParts(SystemStore systems, GrantStore grants, Secrets secrets) {}
