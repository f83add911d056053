/** Passkeys: what is stored of them, and the ceremonies of WebAuthn. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.base.identity.internal.passkey;
