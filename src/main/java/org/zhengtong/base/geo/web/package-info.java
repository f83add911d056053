@NullMarked
package org.zhengtong.base.geo.web;

import org.jspecify.annotations.NullMarked;
