package org.zhengtong.service.casework.internal;

/** A file of the application as the case lists it. */
record MaterialRow(int position, String key, String title, String file, String name, long bytes) {}
