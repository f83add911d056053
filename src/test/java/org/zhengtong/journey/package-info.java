/** Whole journeys through the platform, in a real browser where it matters. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.journey;
