/** Pages of getting back into an account, for its holder and for the counter. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.base.identity.web.recovery;
