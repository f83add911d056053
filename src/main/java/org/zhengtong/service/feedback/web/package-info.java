@NullMarked
package org.zhengtong.service.feedback.web;

import org.jspecify.annotations.NullMarked;
