@NullMarked
package org.zhengtong.base.identity.web;

import org.jspecify.annotations.NullMarked;
