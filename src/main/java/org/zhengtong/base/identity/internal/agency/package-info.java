/** Authorizations of agents. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.base.identity.internal.agency;
