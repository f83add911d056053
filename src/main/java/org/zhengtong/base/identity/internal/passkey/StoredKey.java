package org.zhengtong.base.identity.internal.passkey;

/** What is kept of the key in a device. */
@SuppressWarnings("ArrayRecordComponent")
record StoredKey(
        byte[] credentialId,
        byte[] publicKey,
        byte[] attestation,
        byte[] clientData,
        String transports,
        long signatureCount,
        boolean backedUp) {}
