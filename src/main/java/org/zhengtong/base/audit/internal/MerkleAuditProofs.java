package org.zhengtong.base.audit.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.audit.AuditQuery;
import org.zhengtong.base.audit.AuditSubject;
import org.zhengtong.base.audit.ConsistencyProof;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.audit.InclusionProof;
import org.zhengtong.base.audit.TreeHead;
import org.zhengtong.base.audit.WholeLogCheck;
import org.zhengtong.base.trust.Signer;

/** Reads entries and proves them from the stored tree. */
@Component
class MerkleAuditProofs implements AuditProofs {

    private final EntryStore entries;
    private final EntrySearch search;
    private final TreeStore tree;
    private final LogHash log;
    private final Sequencing sequencing;
    private final WholeLog whole;
    private final Signer signer;

    MerkleAuditProofs(
            EntryStore entries,
            EntrySearch search,
            TreeStore tree,
            LogHash log,
            Sequencing sequencing,
            WholeLog whole,
            Signer signer) {
        this.entries = entries;
        this.search = search;
        this.tree = tree;
        this.log = log;
        this.sequencing = sequencing;
        this.whole = whole;
        this.signer = signer;
    }

    @Override
    public Optional<AuditEntry> find(EntryId id) {
        return entries.find(id);
    }

    @Override
    public List<AuditEntry> entriesAbout(String subjectType, String subjectId) {
        return entries.about(new AuditSubject(subjectType, subjectId));
    }

    @Override
    public List<AuditEntry> entriesAbout(
            String subjectType, Collection<String> subjectIds, String event, @Nullable EntryId before, int most) {
        return search.about(subjectType, subjectIds, event, before, most);
    }

    @Override
    public List<AuditEntry> search(AuditQuery query) {
        return search.find(query);
    }

    @Override
    public Optional<InclusionProof> proofOf(EntryId id) {
        return entries.find(id).flatMap(entry -> {
            var head = tree.findLatestHead();
            var index = tree.findIndex(id);
            if (head.isEmpty() || index.isEmpty() || index.get() >= head.get().size()) {
                sequencing.catchUp();
            }
            return proof(entry);
        });
    }

    private Optional<InclusionProof> proof(AuditEntry entry) {
        var content = CanonicalEntry.of(entry);
        return tree.findLatestHead()
                .flatMap(head -> tree.findIndex(entry.id())
                        .map(index -> new InclusionProof(
                                entry.id(),
                                content,
                                log.hasher().leaf(content),
                                index,
                                new TreeShape(log.hasher(), tree::requireNode).path(index, head.size()),
                                head)));
    }

    @Override
    public boolean verify(InclusionProof proof) {
        var head = proof.head();
        if (proof.index() < 0 || proof.index() >= head.size()) {
            return false;
        }
        return log.hasher().leaf(proof.content()).equals(proof.leaf())
                && leadsToRoot(proof)
                && signer.verify(TreeHead.signedContent(head.size(), head.root(), head.at()), head.signature());
    }

    private boolean leadsToRoot(InclusionProof proof) {
        try {
            var head = proof.head();
            return log.hasher()
                    .rootFrom(proof.leaf(), proof.index(), head.size(), proof.path())
                    .equals(head.root());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public Optional<TreeHead> latestHead() {
        return tree.findLatestHead();
    }

    @Override
    public Optional<ConsistencyProof> consistencyFrom(long size) {
        return tree.findLatestHead()
                .filter(head -> size >= 0 && size <= head.size())
                .map(head -> {
                    var shape = new TreeShape(log.hasher(), tree::requireNode);
                    return new ConsistencyProof(size, shape.root(size), shape.consistency(size, head.size()), head);
                });
    }

    @Override
    public void export(OutputStream out) throws IOException {
        sequencing.catchUp();
        whole.export(out);
    }

    @Override
    public WholeLogCheck checkWholeLog() {
        return whole.check();
    }
}
