package org.zhengtong.base.identity;

/** What a clerk may accept as proof of identity (居民身份证法 第十三条 and the documents it leaves to other laws). */
public enum RealNameDocument {
    IDENTITY_CARD,
    PASSPORT,
    RESIDENCE_PERMIT,
    /** With the identity card of who brings it. */
    BUSINESS_LICENSE
}
