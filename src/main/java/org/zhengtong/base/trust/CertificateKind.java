package org.zhengtong.base.trust;

/** What a certificate is for. */
public enum CertificateKind {
    /** A person signs in and signs. */
    PERSON,
    /** An organization signs in and signs. */
    ORGANIZATION,
    /** A node of the platform or another system that talks to it. */
    NODE,
    /** The seal of a department; its key never leaves this node. */
    SEAL
}
