@NullMarked
package org.zhengtong.service.supervision.internal.score;

import org.jspecify.annotations.NullMarked;
