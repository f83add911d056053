@NullMarked
package org.zhengtong.data.connectors.internal.reading;

import org.jspecify.annotations.NullMarked;
