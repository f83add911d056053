package org.zhengtong.base.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.audit.TreeHash;

/** The tree against the known values of Certificate Transparency (RFC 6962) and against random trees. */
class MerkleTreeTest {

    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final TreeHasher sha256 = new TreeHasher("SHA-256");

    @Test
    void has_the_known_roots_of_rfc_6962() {
        var growth = new TreeGrowth(sha256);
        assertThat(growth.root()).hasToString(ROOTS.getFirst());

        for (var index = 0; index < INPUTS.size(); index++) {
            growth.add(sha256.leaf(HexFormat.of().parseHex(INPUTS.get(index))));

            assertThat(growth.root()).hasToString(ROOTS.get(index + 1));
        }
    }

    @Property(tries = 60)
    void every_proof_of_every_tree_verifies(@ForAll @IntRange(min = 1, max = 300) int size, @ForAll boolean sm3) {
        var tree = new StoredTree(sm3 ? new TreeHasher("SM3") : sha256, size);
        var shape = new TreeShape(tree.hasher, tree::node);

        assertThat(shape.root(size)).isEqualTo(tree.growth.root());
        for (var index = 0; index < size; index++) {
            var path = shape.path(index, size);
            assertThat(tree.hasher.rootFrom(tree.node(0, index), index, size, path))
                    .isEqualTo(tree.growth.root());
        }
    }

    @Property(tries = 60)
    void a_tree_that_goes_on_from_its_stored_edge_is_the_same_tree(
            @ForAll @IntRange(min = 0, max = 200) int first, @ForAll @IntRange(min = 0, max = 200) int more) {
        var tree = new StoredTree(sha256, first);
        var resumed = new TreeGrowth(sha256, first, tree::node);
        for (var index = first; index < first + more; index++) {
            resumed.add(sha256.leaf("entry " + index));
        }

        assertThat(resumed.root()).isEqualTo(new StoredTree(sha256, first + more).growth.root());
    }

    @Property(tries = 200)
    void every_tree_is_consistent_with_the_trees_it_grew_from_and_with_no_other(
            @ForAll @IntRange(min = 1, max = 120) int size, @ForAll @IntRange(min = 0, max = 120) int at) {
        var tree = new StoredTree(sha256, size);
        var shape = new TreeShape(sha256, tree::node);
        var older = at % size + 1;
        var path = shape.consistency(older, size);

        assertThat(sha256.consistent(older, shape.root(older), size, shape.root(size), path))
                .isTrue();
        assertThat(sha256.consistent(older, sha256.leaf("another"), size, shape.root(size), path))
                .isFalse();
        assertThat(sha256.consistent(older, shape.root(older), size, sha256.leaf("another"), path))
                .isFalse();
        var longer = new ArrayList<>(path);
        longer.add(sha256.leaf("another"));
        assertThat(sha256.consistent(older, shape.root(older), size, shape.root(size), longer))
                .isFalse();
    }

    @Test
    void has_the_known_consistency_proof_of_rfc_9162() {
        // section 2.1.5: from 3 and from 6 to 7 entries, in the letters of its figure
        var tree = new StoredTree(sha256, 7);
        var shape = new TreeShape(sha256, tree::node);
        var c = tree.node(0, 2);
        var d = tree.node(0, 3);
        var j = tree.node(0, 6);
        var g = tree.node(1, 0);
        var l = sha256.node(sha256.node(tree.node(0, 4), tree.node(0, 5)), j);

        assertThat(shape.consistency(3, 7)).containsExactly(c, d, g, l);
        assertThat(shape.consistency(6, 7)).containsExactly(tree.node(1, 2), j, tree.node(2, 0));
    }

    @Property(tries = 100)
    void any_change_breaks_the_proof(
            @ForAll @IntRange(min = 2, max = 200) int size,
            @ForAll @IntRange(min = 0, max = 199) int at,
            @ForAll @IntRange(min = 0, max = 1000) int where) {
        var tree = new StoredTree(sha256, size);
        var index = at % size;
        var path = new ArrayList<>(new TreeShape(sha256, tree::node).path(index, size));

        assertThat(leads(tree, sha256.leaf("another entry"), index, path)).isFalse();
        assertThat(leads(tree, tree.node(0, index), (index + 1) % size, path)).isFalse();

        var bytes = path.get(where % path.size()).bytes();
        bytes[where % 32] ^= 1;
        path.set(where % path.size(), new TreeHash(bytes));
        assertThat(leads(tree, tree.node(0, index), index, path)).isFalse();
    }

    private static boolean leads(StoredTree tree, TreeHash leaf, long index, List<TreeHash> path) {
        try {
            return tree.hasher.rootFrom(leaf, index, tree.size, path).equals(tree.growth.root());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A tree of made-up entries with all its nodes kept in memory. */
    private static final class StoredTree {
        private final TreeHasher hasher;
        private final int size;
        private final TreeGrowth growth;
        private final Map<String, TreeHash> nodes = new HashMap<>();

        StoredTree(TreeHasher hasher, int size) {
            this.hasher = hasher;
            this.size = size;
            this.growth = new TreeGrowth(hasher);
            for (var index = 0; index < size; index++) {
                var leaf = hasher.leaf("entry " + index);
                nodes.put("0/" + index, leaf);
                growth.add(leaf);
                growth.takeNodes().forEach(node -> nodes.put(node.level() + "/" + node.index(), node.hash()));
            }
        }

        TreeHash node(int level, long index) {
            var hash = nodes.get(level + "/" + index);
            assertThat(hash).isNotNull();
            return hash;
        }
    }
}
