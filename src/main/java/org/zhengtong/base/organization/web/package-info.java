@NullMarked
package org.zhengtong.base.organization.web;

import org.jspecify.annotations.NullMarked;
