/** Slows down who guesses: by name, and by the address that tries many names. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.base.identity.internal.throttle;
