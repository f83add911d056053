/** Loading files with preview, progress and report. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.registers.web.loading;
