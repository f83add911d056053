@NullMarked
package org.zhengtong.base.jobs.web;

import org.jspecify.annotations.NullMarked;
