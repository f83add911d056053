@org.jspecify.annotations.NullMarked
package org.zhengtong.base.database.web;
