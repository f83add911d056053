/** Getting back into an account. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.base.identity.internal.recovery;
