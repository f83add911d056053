@NullMarked
package org.zhengtong.base.certificates.web;

import org.jspecify.annotations.NullMarked;
