/** What is open to everybody: OGC API Features and the OpenAPI document. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.data.registers.web.opening;
