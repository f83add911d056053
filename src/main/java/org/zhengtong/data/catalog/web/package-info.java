@NullMarked
package org.zhengtong.data.catalog.web;

import org.jspecify.annotations.NullMarked;
