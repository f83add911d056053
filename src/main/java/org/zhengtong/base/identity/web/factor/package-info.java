/** Pages of the second factor. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.base.identity.web.factor;
