/** Rules of the whole house: floors, rooms, names, texts. */
@org.jspecify.annotations.NullMarked
package org.zhengtong.house;
