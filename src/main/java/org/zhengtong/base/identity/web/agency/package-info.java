/** Pages of authorizations. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.base.identity.web.agency;
