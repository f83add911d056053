@NullMarked
package org.zhengtong.data.catalog.web.open;

import org.jspecify.annotations.NullMarked;
