/** Codes of an authenticator and recovery codes. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.base.identity.internal.factor;
