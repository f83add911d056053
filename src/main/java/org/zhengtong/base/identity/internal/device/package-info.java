/** The browsers an account signed in from. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.base.identity.internal.device;
