package org.zhengtong.app.hall.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.pack.ImportedPack;
import org.zhengtong.base.pack.PackFile;
import org.zhengtong.base.pack.Packs;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.service.casework.Drafts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Made-up answers of a pack ({@code forms/<form>.example.json}) that fill a draft in demonstration mode, so that one can
 * follow an application without typing. Dates are written {@code today+P2Y}, materials name a document of the same file.
 */
@Component
public class ExampleAnswers {

    private static final String AHEAD = "today+";

    private final NodeMode mode;
    private final Packs packs;
    private final Drafts drafts;
    private final ExampleDocuments documents;
    private final JsonMapper json;
    private final Clock clock;

    ExampleAnswers(
            NodeMode mode, Packs packs, Drafts drafts, ExampleDocuments documents, JsonMapper json, Clock clock) {
        this.mode = mode;
        this.packs = packs;
        this.drafts = drafts;
        this.documents = documents;
        this.json = json;
        this.clock = clock;
    }

    /** Whether the draft can be filled with an example: in demonstration mode, when the pack has one. */
    public boolean offeredFor(OpenDraft open) {
        return mode.demo() && find(open).isPresent();
    }

    /** Replaces the draft's answers by the example; no such page outside demonstration mode. */
    public void fill(OpenDraft open, CurrentUser by) {
        if (!mode.demo()) {
            throw new ProblemException(CommonProblem.PAGE_NOT_FOUND);
        }
        var example = json.readTree(find(open)
                .orElseThrow(() -> new ProblemException(CommonProblem.PAGE_NOT_FOUND))
                .bytes());
        var answers = (ObjectNode) settled(example.path("answers"), example.path("documents"), open, by);
        drafts.save(open.id(), open.draft().version(), answers, by);
    }

    private Optional<PackFile> find(OpenDraft open) {
        var path = "forms/" + open.draft().formKey() + ".example.json";
        return packs.imported().stream()
                .map(ImportedPack::name)
                .flatMap(name -> packs.open(name).find(path).stream())
                .findFirst();
    }

    private JsonNode settled(JsonNode node, JsonNode texts, OpenDraft open, CurrentUser by) {
        return switch (node) {
            case ObjectNode fields
            when fields.has("document") ->
                documents.make(fields.path("document").asString(""), lines(fields, texts), open.id(), by);
            case ObjectNode fields -> {
                var copy = json.createObjectNode();
                fields.properties()
                        .forEach(field -> copy.set(field.getKey(), settled(field.getValue(), texts, open, by)));
                yield copy;
            }
            case ArrayNode items -> {
                var copy = json.createArrayNode();
                items.forEach(item -> copy.add(settled(item, texts, open, by)));
                yield copy;
            }
            case StringNode text when text.asString().startsWith(AHEAD) -> StringNode.valueOf(ahead(text.asString()));
            default -> node;
        };
    }

    private static List<String> lines(ObjectNode material, JsonNode texts) {
        var lines = new ArrayList<String>();
        texts.path(material.path("document").asString("")).forEach(line -> lines.add(line.asString("")));
        return lines;
    }

    private String ahead(String text) {
        return LocalDate.now(clock)
                .plus(Period.parse(text.substring(AHEAD.length())))
                .toString();
    }
}
