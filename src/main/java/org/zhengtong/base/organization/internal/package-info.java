@NullMarked
package org.zhengtong.base.organization.internal;

import org.jspecify.annotations.NullMarked;
