@NullMarked
package org.zhengtong.base.establishment.web;

import org.jspecify.annotations.NullMarked;
