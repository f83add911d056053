@NullMarked
package org.zhengtong.data.connectors;

import org.jspecify.annotations.NullMarked;
