/** Certificates of people, departments and nodes: issued, kept, revoked, asked about, judged. */
@NullMarked
package org.zhengtong.base.trust.internal.register;

import org.jspecify.annotations.NullMarked;
