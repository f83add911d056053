/** Pages around other systems that sign their users in here. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.base.identity.web.provider;
