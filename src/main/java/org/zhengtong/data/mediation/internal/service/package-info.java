/** Services that departments of this node offer. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.mediation.internal.service;
