/** Pages of signing in by certificate. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.base.identity.web.certificate;
