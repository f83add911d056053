package org.zhengtong.base.organization.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Division;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.organization.OrganizationProblem;
import org.zhengtong.base.problem.ProblemException;

@Service
class StoredDivisions implements Divisions {

    private final DivisionStore store;
    private final OrganizationMemory memory;

    StoredDivisions(DivisionStore store, OrganizationMemory memory) {
        this.store = store;
        this.memory = memory;
    }

    // What memory misses may stand in the database: smaller divisions, and those of an import that is still under way.
    @Override
    public Optional<Division> find(DivisionCode code) {
        var known = memory.contents().divisions().get(code);
        return known != null ? Optional.of(known) : store.find(code);
    }

    @Override
    public Division require(DivisionCode code) {
        return find(code).orElseThrow(() -> new ProblemException(OrganizationProblem.DIVISION_NOT_FOUND, code.value()));
    }

    @Override
    public Map<DivisionCode, String> names(Collection<DivisionCode> codes) {
        var names = new HashMap<DivisionCode, String>();
        var missing = new LinkedHashSet<DivisionCode>();
        var known = memory.contents().divisions();
        for (var code : codes) {
            var division = known.get(code);
            if (division == null) {
                missing.add(code);
            } else {
                names.put(code, division.name());
            }
        }
        store.find(missing).forEach(division -> names.put(division.code(), division.name()));
        return names;
    }

    @Override
    public List<Division> provinces() {
        return memory.contents().provinces();
    }

    @Override
    public List<Division> children(DivisionCode parent) {
        var known = memory.contents().children().get(parent);
        return known != null ? known : store.children(parent);
    }

    @Override
    public List<Division> below(DivisionCode parent) {
        return store.children(parent);
    }

    @Override
    public List<Division> path(DivisionCode code) {
        var path = new LinkedList<Division>();
        var seen = new HashSet<DivisionCode>();
        var next = Optional.of(code);
        while (next.isPresent() && seen.add(next.get())) {
            var division = find(next.get());
            division.ifPresent(path::addFirst);
            next = division.map(Division::parent);
        }
        return new ArrayList<>(path);
    }

    @Override
    public String fullName(DivisionCode code) {
        return path(code).stream().map(Division::name).collect(Collectors.joining());
    }

    @Override
    public List<Division> containing(String text, @Nullable DivisionCode within, int limit) {
        return store.containing(text, within == null ? "" : within.prefix(), limit);
    }

    @Override
    public List<Division> search(String namePrefix, @Nullable DivisionCode within, int limit) {
        return store.search(namePrefix, within == null ? "" : within.prefix(), limit);
    }
}
