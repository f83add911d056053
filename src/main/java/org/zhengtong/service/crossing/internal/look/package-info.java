/** Looking through what sub-halls reported. */
@NullMarked
package org.zhengtong.service.crossing.internal.look;

import org.jspecify.annotations.NullMarked;
