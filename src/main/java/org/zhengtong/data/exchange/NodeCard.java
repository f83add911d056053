package org.zhengtong.data.exchange;

import java.time.Instant;
import org.zhengtong.base.trust.NodePapers;

/**
 * How a node presents itself to those who do not know it yet.
 *
 * @param bytes the signed card itself
 * @param fingerprint SHA-256 of its root's certificate, in hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent")
public record NodeCard(
        NodeCode code,
        String name,
        NodeLevel level,
        NetworkZone zone,
        String address,
        NodePapers papers,
        Instant at,
        String fingerprint,
        byte[] bytes) {}
