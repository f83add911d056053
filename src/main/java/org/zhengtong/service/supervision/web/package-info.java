@NullMarked
package org.zhengtong.service.supervision.web;

import org.jspecify.annotations.NullMarked;
