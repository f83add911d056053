package org.zhengtong.app.design.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.app.design.content.Node;
import org.zhengtong.app.design.content.NodeKind;
import org.zhengtong.app.design.internal.BpmnFile.Element;
import org.zhengtong.app.design.internal.BpmnFile.Way;

/**
 * Makes a drawing of a BPMN process as far as its forks and joins pair; says of everything else that it was taken otherwise or
 * left out.
 */
final class BpmnTree {

    /** Activities that hold others; they become one step. */
    static final Set<String> COMPOSED = Set.of("subProcess", "adHocSubProcess", "transaction", "callActivity");

    private static final Set<String> BY_PEOPLE = Set.of("task", "userTask", "manualTask");
    private static final int LONGEST = 2_000;

    private final BpmnFile file;
    private final Function<String, Optional<String>> departments;
    private final Map<String, List<Way>> ways = new HashMap<>();
    private final Map<String, Integer> arriving = new HashMap<>();
    /** Place of an element in an order in which every way leads forward. */
    private final Map<String, Integer> order = new HashMap<>();

    private final Set<String> taken = new HashSet<>();
    private final List<Note> notes = new ArrayList<>();
    private ItemContent content;

    private BpmnTree(BpmnFile file, ItemContent content, Function<String, Optional<String>> departments) {
        this.file = file;
        this.content = content;
        this.departments = departments;
    }

    /** What was taken otherwise than drawn, or left out. */
    record Note(String key, List<String> arguments) {
        Note(String key, String... arguments) {
            this(key, List.of(arguments));
        }
    }

    /** The draft with the drawing of the file. */
    record Taken(ItemContent content, List<Note> notes) {}

    /**
     * Reads the drawing into a draft, in the place of the one it has.
     *
     * @param departments the id of a department by its name or id, as lanes are called
     */
    static Taken into(ItemContent content, BpmnFile file, Function<String, Optional<String>> departments) {
        return new BpmnTree(file, content, departments).take();
    }

    private void note(String key, String... arguments) {
        var note = new Note(key, arguments);
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    private Taken take() {
        if (file.processes() > 1) {
            note("several_processes", String.valueOf(file.processes()));
        }
        var start = start();
        leaveOutWaysBack(start);
        var nodes = new ArrayList<Node>();
        var walk = walk(start, true);
        nodes.addAll(walk.nodes());
        while (walk.joins() != null) {
            note("crossing", shown(walk.joins()));
            walk = walk(walk.joins(), true);
            nodes.addAll(walk.nodes());
        }
        file.elements().values().stream()
                .filter(each -> !taken.contains(each.id()))
                .forEach(each -> note(each.type().equals("boundaryEvent") ? "event" : "not_reached", each.shown()));
        if (file.remarks() > 0) {
            note("remarks", String.valueOf(file.remarks()));
        }
        return new Taken(withOneLead(content.withTree(nodes)), List.copyOf(notes));
    }

    /** The first step leads unless another one says so. */
    private static ItemContent withOneLead(ItemContent content) {
        var steps = content.nodes().filter(node -> node.kind() == NodeKind.STEP).toList();
        return steps.stream()
                .filter(node -> "yes".equals(node.fact("lead")))
                .findFirst()
                .or(() -> steps.stream().findFirst())
                .map(node -> Drawing.state(content, node.id(), Map.of("lead", "yes")))
                .orElse(content);
    }

    private String shown(String id) {
        return Optional.ofNullable(file.elements().get(id)).map(Element::shown).orElse(id);
    }

    private String start() {
        var starts = file.elements().values().stream()
                .filter(each -> each.type().equals("startEvent"))
                .map(Element::id)
                .toList();
        if (starts.size() > 1) {
            note("several_starts", String.valueOf(starts.size()), shown(starts.getFirst()));
        }
        var targets = file.ways().stream().map(Way::to).toList();
        return starts.stream()
                .findFirst()
                .or(() -> file.elements().keySet().stream()
                        .filter(id -> !targets.contains(id))
                        .findFirst())
                .orElseGet(() -> file.elements().keySet().iterator().next());
    }

    /** Goes through everything once; what leads back to where one came from is a return, which nobody needs to draw. */
    private void leaveOutWaysBack(String start) {
        var open = new HashSet<String>();
        visit(start, open);
        var last = order.size();
        order.replaceAll((id, finished) -> last - finished);
        ways.values().forEach(list -> list.forEach(way -> arriving.merge(way.to(), 1, Integer::sum)));
    }

    private void visit(String id, Set<String> open) {
        open.add(id);
        ways.put(id, new ArrayList<>());
        for (var way : file.ways()) {
            if (!way.from().equals(id) || !file.elements().containsKey(way.to())) {
                continue;
            }
            if (open.contains(way.to())) {
                note("back", shown(id), shown(way.to()));
                continue;
            }
            Objects.requireNonNull(ways.get(id)).add(way);
            if (!order.containsKey(way.to())) {
                visit(way.to(), open);
            }
        }
        open.remove(id);
        order.put(id, order.size());
    }

    /** Pieces one after the other up to a join that more than these ways lead to; {@code arrivals} of them are these. */
    private record Walk(List<Node> nodes, @Nullable String joins, int arrivals) {}

    private Walk walk(String from, boolean within) {
        var nodes = new ArrayList<Node>();
        var at = from;
        var entered = within;
        while (true) {
            if (!entered && arriving.getOrDefault(at, 0) > 1) {
                return new Walk(nodes, at, 1);
            }
            entered = false;
            var element = Objects.requireNonNull(file.elements().get(at));
            if (!taken.add(at)) {
                return new Walk(nodes, null, 0);
            }
            step(element).ifPresent(nodes::add);
            var on = ways.getOrDefault(at, List.of());
            if (on.isEmpty()) {
                return new Walk(nodes, null, 0);
            }
            if (on.size() == 1) {
                at = on.getFirst().to();
                continue;
            }
            var fork = fork(element, on);
            nodes.addAll(fork.nodes());
            var joins = fork.joins();
            if (joins == null || fork.arrivals() < arriving.getOrDefault(joins, 0)) {
                return new Walk(nodes, joins, fork.arrivals());
            }
            at = joins;
            entered = true;
        }
    }

    private Optional<Node> step(Element element) {
        if (element.gateway()
                || element.type().equals("startEvent")
                || element.type().equals("endEvent")) {
            return Optional.empty();
        }
        if (element.type().endsWith("Event")) {
            note("event", element.shown());
            return Optional.empty();
        }
        if (COMPOSED.contains(element.type())) {
            note("one_step", element.shown());
        } else if (!BY_PEOPLE.contains(element.type())) {
            note("automatic", element.shown());
        }
        content = Drawing.addStep(content.withTree(List.of()), 0);
        var made = content.tree().getFirst();
        var facts = new HashMap<String, String>();
        facts.put("title", element.name());
        facts.put("lead", "");
        department(element).ifPresent(id -> facts.put("department", id));
        return Optional.of(made.stating(facts).stating(known(element)));
    }

    private Optional<String> department(Element element) {
        var lane = file.lanes().getOrDefault(element.id(), "");
        if (lane.isBlank()) {
            return Optional.empty();
        }
        var found = departments.apply(lane);
        if (found.isEmpty()) {
            note("lane_unknown", lane);
        }
        return found;
    }

    /** What our own files say beside the standard. */
    private static Map<String, String> known(Element element) {
        var facts = new HashMap<String, String>();
        element.facts().forEach((name, value) -> {
            if (BpmnText.FACTS.contains(name) && value.length() <= LONGEST) {
                facts.put(name, value);
            }
        });
        return facts;
    }

    private Walk fork(Element element, List<Way> on) {
        var choice = element.type().equals("exclusiveGateway") || element.type().equals("eventBasedGateway");
        if (element.type().equals("inclusiveGateway") || element.type().equals("eventBasedGateway")) {
            note(element.type().equals("inclusiveGateway") ? "inclusive" : "event_based", element.shown());
        }
        content = content.numbered();
        var number = content.lastNumber();
        var walks = new LinkedHashMap<Way, Walk>();
        var children = new ArrayList<Node>();
        for (var way : on) {
            var walk = walk(way.to(), false);
            walks.put(way, walk);
            lane(element, way, walk.nodes(), choice).ifPresent(children::add);
        }
        var joins = joins(element, walks.values().stream().toList());
        var arrivals = walks.values().stream()
                .filter(walk -> Objects.equals(walk.joins(), joins))
                .mapToInt(Walk::arrivals)
                .sum();
        var facts = new HashMap<String, String>();
        facts.put("title", element.name());
        if (!choice) {
            facts.putAll(Map.of("join", "ALL", "others", "LEAD_FINISHES"));
            facts.putAll(join(element, joins));
        }
        facts.putAll(known(element));
        var node = new Node(number, choice ? NodeKind.CHOICE : NodeKind.PARALLEL, facts, children);
        return new Walk(List.of(node), joins, arrivals);
    }

    /** A lane or branch. A way that leads past everything is none: it is what happens when no condition holds. */
    private Optional<Node> lane(Element fork, Way way, List<Node> nodes, boolean choice) {
        var remaining =
                way.id().equals(fork.otherwise()) || choice && way.when().isEmpty();
        if (nodes.isEmpty() && (remaining || !choice)) {
            return Optional.empty();
        }
        if (remaining && !way.id().equals(fork.otherwise())) {
            note("no_condition", fork.shown());
        }
        content = content.numbered();
        var facts = choice && !remaining ? Map.of("when", way.when()) : Map.<String, String>of();
        return Optional.of(
                new Node(content.lastNumber(), choice ? NodeKind.BRANCH : NodeKind.LANE, facts, List.copyOf(nodes)));
    }

    private @Nullable String joins(Element fork, List<Walk> walks) {
        var places = walks.stream()
                .map(Walk::joins)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(java.util.Comparator.comparing(id -> order.getOrDefault(id, 0)))
                .toList();
        if (places.size() > 1) {
            note("crossing", fork.shown());
        }
        if (!places.isEmpty() && walks.stream().anyMatch(walk -> walk.joins() == null)) {
            note("ends_inside", fork.shown());
        }
        return places.isEmpty() ? null : places.getFirst();
    }

    /** When a parallel goes on: the standard says it at the join. */
    private Map<String, String> join(Element fork, @Nullable String joins) {
        var join = joins == null ? null : file.elements().get(joins);
        if (join == null) {
            return Map.of();
        }
        if (join.type().equals("complexGateway") && join.activation().matches("[1-9][0-9]{0,2}")) {
            return join.activation().equals("1")
                    ? Map.of("join", "ANY")
                    : Map.of("join", "COUNT", "count", join.activation());
        }
        if (!join.type().equals("parallelGateway") && !join.type().equals(fork.type())) {
            note("join_differs", fork.shown());
        }
        return Map.of();
    }
}
