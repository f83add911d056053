@NullMarked
package org.zhengtong.service.fees.web;

import org.jspecify.annotations.NullMarked;
