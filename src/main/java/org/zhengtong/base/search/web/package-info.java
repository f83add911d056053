@NullMarked
package org.zhengtong.base.search.web;

import org.jspecify.annotations.NullMarked;
