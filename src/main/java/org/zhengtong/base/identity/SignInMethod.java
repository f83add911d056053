package org.zhengtong.base.identity;

/** How somebody proved who he is when a session began. */
public enum SignInMethod {
    PASSWORD(false),
    /** Password, then a code of an authenticator or a recovery code. */
    PASSWORD_AND_CODE(true),
    PASSKEY(true),
    CERTIFICATE(true),
    /** A one-time link: registration, invitation, recovery. */
    LINK(false),
    /** One click, in demonstration mode alone. */
    DEMONSTRATION(false);

    private final boolean strong;

    SignInMethod(boolean strong) {
        this.strong = strong;
    }

    /** Whether two things were proved at once, such as having a device and being able to open it. */
    public boolean strong() {
        return strong;
    }
}
