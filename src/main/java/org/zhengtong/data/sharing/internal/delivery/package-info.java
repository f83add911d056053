/** What is given in bulk: files, subscriptions, corrections. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.sharing.internal.delivery;
