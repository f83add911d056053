/** Signed snapshots of grants: told to the nodes they are for, and kept from the nodes that gave them. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.sharing.internal.snapshot;
