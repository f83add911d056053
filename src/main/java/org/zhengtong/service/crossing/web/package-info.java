@NullMarked
package org.zhengtong.service.crossing.web;

import org.jspecify.annotations.NullMarked;
