@NullMarked
package org.zhengtong.service.supervision.internal.simulation;

import org.jspecify.annotations.NullMarked;
