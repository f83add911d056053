/** Pages and interfaces of sharing. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.sharing.web;
