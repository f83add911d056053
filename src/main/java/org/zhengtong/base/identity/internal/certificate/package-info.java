/** Sign-in by certificate. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.base.identity.internal.certificate;
