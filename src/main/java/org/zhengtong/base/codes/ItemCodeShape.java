package org.zhengtong.base.codes;

/** The two forms in which service items are numbered. */
public enum ItemCodeShape {
    /** 31 characters: credit code of the body, level of exercise, basic code (实施编码). */
    IMPLEMENTATION,
    /** Catalog code, area, zone, body and version with hyphens, as provinces publish them. */
    CATALOG
}
