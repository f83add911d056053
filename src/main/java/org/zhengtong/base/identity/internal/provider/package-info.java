/** OpenID Connect provider: systems, consents, keys and what is given out. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.base.identity.internal.provider;
