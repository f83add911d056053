package org.zhengtong.data.exchange.internal.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.trust.NodePapers;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NetworkZone;
import org.zhengtong.data.exchange.NodeLevel;

/** A card's content as it is written. */
public record CardText(
        String code,
        String name,
        NodeLevel level,
        NetworkZone zone,
        String address,
        TrustSuite suite,
        String root,
        String issuing,
        String signer,
        @Nullable String encryption,
        Instant at) {

    public NodePapers papers() {
        return new NodePapers(suite, root, issuing, signer, encryption);
    }

    /** What is known of a node, to be vouched for. */
    public static CardText of(ExchangeNode node) {
        var papers = node.papers();
        return new CardText(
                node.code().value(),
                node.name(),
                node.level(),
                node.zone(),
                node.address(),
                papers.suite(),
                papers.root(),
                papers.issuing(),
                papers.signer(),
                papers.encryption(),
                node.standingAt());
    }

    /** Whether a foreign text left nothing out. */
    @SuppressWarnings("ConstantValue")
    public boolean whole() {
        return code != null
                && org.zhengtong.data.exchange.NodeCode.isOne(code)
                && name != null
                && !name.isBlank()
                && name.length() <= 100
                && level != null
                && zone != null
                && address != null
                && (address.isEmpty() || address.matches("https?://[^\\s/]{1,200}(/[^\\s]{0,100})?"))
                && suite != null
                && root != null
                && issuing != null
                && signer != null
                && at != null;
    }
}
