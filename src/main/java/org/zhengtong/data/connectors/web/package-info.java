@NullMarked
package org.zhengtong.data.connectors.web;

import org.jspecify.annotations.NullMarked;
