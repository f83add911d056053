/** What tests of every room share: one platform on a real PostgreSQL, and a clock that can be set. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.testing;
