/** Pages of requests. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.sharing.web.request;
