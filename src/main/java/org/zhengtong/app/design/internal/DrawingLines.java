package org.zhengtong.app.design.internal;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhengtong.app.design.content.Node;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;

/** Which piece of the drawing stands on which line of the written procedure. */
final class DrawingLines {

    private static final String FILE = "procedure.yaml";

    private final TreeMap<Integer, Integer> lines = new TreeMap<>();

    private DrawingLines() {}

    static DrawingLines of(String procedure, List<Node> tree) {
        var lines = new DrawingLines();
        PackReader.ofTexts("screen", java.util.Map.of(FILE, procedure))
                .find(FILE)
                .flatMap(file -> file.tree(new PackErrors()))
                .flatMap(root -> root.at("tree"))
                .ifPresent(root -> lines.sequence(tree, root.list("sequence")));
        return lines;
    }

    private void sequence(List<Node> nodes, List<PackNode> written) {
        for (var place = 0; place < Math.min(nodes.size(), written.size()); place++) {
            block(nodes.get(place), written.get(place));
        }
    }

    private void block(Node node, PackNode written) {
        lines.put(written.line(), node.id());
        switch (node.kind()) {
            case STEP -> {
                // holds nothing
            }
            case PARALLEL ->
                written.at("parallel").ifPresent(parallel -> sequence(node.children(), parallel.list("lanes")));
            case LANE, BRANCH -> sequence(node.children(), written.list("sequence"));
            case CHOICE -> written.at("choice").ifPresent(choice -> choice(node, choice));
        }
    }

    private void choice(Node node, PackNode choice) {
        var conditional = node.children().stream()
                .filter(branch -> !branch.fact("when").isBlank())
                .toList();
        var branches = choice.list("branches");
        for (var place = 0; place < Math.min(conditional.size(), branches.size()); place++) {
            var branch = conditional.get(place);
            lines.put(branches.get(place).line(), branch.id());
            branches.get(place).at("then").ifPresent(then -> sequence(branch.children(), then.list("sequence")));
        }
        choice.at("else")
                .ifPresent(otherwise -> node.children().stream()
                        .filter(branch -> branch.fact("when").isBlank())
                        .filter(branch -> !branch.children().isEmpty())
                        .findFirst()
                        .ifPresent(branch -> {
                            lines.put(otherwise.line(), branch.id());
                            sequence(branch.children(), otherwise.list("sequence"));
                        }));
    }

    /** The piece that an error on this line is about; null when it is about the procedure as a whole. */
    @Nullable
    Integer at(int line) {
        var entry = lines.floorEntry(line);
        return entry == null ? null : entry.getValue();
    }
}
