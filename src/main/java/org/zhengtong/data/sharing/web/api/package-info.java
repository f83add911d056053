/** The door for systems. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.sharing.web.api;
