@NullMarked
package org.zhengtong.service.items.web;

import org.jspecify.annotations.NullMarked;
