@NullMarked
package org.zhengtong.service.license.web;

import org.jspecify.annotations.NullMarked;
