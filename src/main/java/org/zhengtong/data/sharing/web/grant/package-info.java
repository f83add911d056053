/** Pages of grants. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.sharing.web.grant;
