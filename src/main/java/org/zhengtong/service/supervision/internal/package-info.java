@NullMarked
package org.zhengtong.service.supervision.internal;

import org.jspecify.annotations.NullMarked;
