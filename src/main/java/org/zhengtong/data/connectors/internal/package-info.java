@NullMarked
package org.zhengtong.data.connectors.internal;

import org.jspecify.annotations.NullMarked;
