@NullMarked
package org.zhengtong.data.catalog.web.dcat;

import org.jspecify.annotations.NullMarked;
