/** Requests and their clocks. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.sharing.internal.request;
