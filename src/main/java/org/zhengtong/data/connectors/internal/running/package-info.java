@NullMarked
package org.zhengtong.data.connectors.internal.running;

import org.jspecify.annotations.NullMarked;
