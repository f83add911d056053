package org.zhengtong.service.casework.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.Procedure;
import org.zhengtong.service.casework.Procedure.AccountFact;
import org.zhengtong.service.casework.Procedure.Offers;

/** Reads what a procedure offers: prefilled answers, commitment instead of proof, materials that may follow. */
final class OffersReader {

    private final PackErrors errors;
    private final List<ProcedureReader.PlacedCondition> conditions;
    private final List<ProcedureReader.PlacedPointer> pointers;

    OffersReader(
            PackErrors errors,
            List<ProcedureReader.PlacedCondition> conditions,
            List<ProcedureReader.PlacedPointer> pointers) {
        this.errors = errors;
        this.conditions = conditions;
        this.pointers = pointers;
    }

    Offers read(PackNode root) {
        return new Offers(
                prefill(root),
                root.at("commitment").flatMap(this::commitment).orElse(null),
                root.at("deferral").flatMap(this::deferral).orElse(null));
    }

    private Map<String, AccountFact> prefill(PackNode root) {
        var prefill = new LinkedHashMap<String, AccountFact>();
        root.at("prefill")
                .ifPresent(node -> node.fields().keySet().forEach(pointer -> {
                    if (!pointer.startsWith("/")) {
                        errors.add(node.file(), node.lineOf(pointer), "casework.pack.prefill_place", pointer);
                    }
                    node.require(
                                    pointer,
                                    text -> AccountFact.valueOf(
                                            text.toUpperCase(Locale.ROOT).replace('-', '_')),
                                    errors)
                            .ifPresent(fact -> {
                                prefill.put(pointer, fact);
                                pointers.add(new ProcedureReader.PlacedPointer(node, pointer, pointer));
                            });
                }));
        return prefill;
    }

    private Optional<Procedure.Commitment> commitment(PackNode node) {
        node.allow(Set.of("when", "terms", "replaces", "check", "law"), errors);
        var when = node.require("when", errors).map(Block.Condition::new);
        when.ifPresent(condition -> conditions.add(new ProcedureReader.PlacedCondition(node, condition)));
        var terms = some(node, "terms");
        var replaces = some(node, "replaces");
        var check = node.require("check", LimitText::read, errors);
        var law = node.require("law", errors);
        if (when.isEmpty() || check.isEmpty() || law.isEmpty() || terms.isEmpty() || replaces.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Procedure.Commitment(when.get(), terms, replaces, check.get(), law.get()));
    }

    private List<String> some(PackNode node, String field) {
        var texts = node.texts(field);
        if (texts.isEmpty()) {
            errors.add(node, "casework.pack.list_empty", field);
        }
        return texts;
    }

    private Optional<Procedure.Deferral> deferral(PackNode node) {
        node.allow(Set.of("within", "law", "materials"), errors);
        var within = node.require("within", LimitText::read, errors);
        var law = node.require("law", errors);
        var materials = node.list("materials").stream()
                .flatMap(one -> deferrable(one).stream())
                .toList();
        if (node.list("materials").isEmpty()) {
            errors.add(node, "casework.pack.list_empty", "materials");
        }
        return within.flatMap(limit -> law.map(article -> new Procedure.Deferral(limit, article, materials)));
    }

    private Optional<Procedure.Deferrable> deferrable(PackNode node) {
        node.allow(Set.of("name", "flag", "file"), errors);
        var name = node.require("name", errors);
        var flag = node.require("flag", ProcedureReader::pointer, errors);
        var file = node.require("file", ProcedureReader::pointer, errors);
        if (name.isEmpty() || flag.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        pointers.add(new ProcedureReader.PlacedPointer(node, "flag", flag.get()));
        pointers.add(new ProcedureReader.PlacedPointer(node, "file", file.get()));
        return Optional.of(new Procedure.Deferrable(name.get(), flag.get(), file.get()));
    }
}
