/** The door for people: looking records up. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.sharing.web.query;
