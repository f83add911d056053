/** Pages of passkeys. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.base.identity.web.passkey;
