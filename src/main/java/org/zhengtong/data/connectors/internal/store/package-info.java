@NullMarked
package org.zhengtong.data.connectors.internal.store;

import org.jspecify.annotations.NullMarked;
