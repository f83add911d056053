package org.zhengtong.service.casework.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseImport.Fault;
import org.zhengtong.service.casework.PastCase;
import org.zhengtong.service.casework.PastDeed;
import org.zhengtong.service.casework.Procedure;
import tools.jackson.databind.node.ObjectNode;

/** Checks the cases of an older system and replays them; faults are collected by line, at most one for each case. */
@Component
class PastReading {

    private final KnownProcedures procedures;
    private final Lanes lanes;
    private final Conditions conditions;
    private final CaseClock clocks;

    PastReading(KnownProcedures procedures, Lanes lanes, Conditions conditions, CaseClock clocks) {
        this.procedures = procedures;
        this.lanes = lanes;
        this.conditions = conditions;
        this.clocks = clocks;
    }

    FormVersion formVersion(String form) {
        return procedures.currentForm(form).version();
    }

    List<PastLife> read(List<PastCase> cases, List<Fault> faults) {
        var departments = new HashMap<String, Map<String, DepartmentId>>();
        var lives = new ArrayList<PastLife>();
        for (var past : cases) {
            prepare(past, departments, faults)
                    .filter(life -> replay(life, faults))
                    .ifPresent(lives::add);
        }
        return lives;
    }

    private Optional<PastLife> prepare(
            PastCase past, Map<String, Map<String, DepartmentId>> known, List<Fault> faults) {
        var numbered = procedures.findNumbered(past.itemCode());
        if (numbered.isEmpty()) {
            return refuse(faults, past, "item", past.itemCode().value());
        }
        if (!past.jurisdiction().covers(past.division())
                || past.division().value().length() != 6) {
            return refuse(
                    faults,
                    past,
                    "division",
                    past.division().value(),
                    past.jurisdiction().value());
        }
        if (past.applicant().name().isBlank()) {
            return refuse(faults, past, "applicant");
        }
        var procedure = numbered.get().procedure();
        var departments = known.computeIfAbsent(
                procedure.key() + past.jurisdiction(), key -> departments(procedure, past.jurisdiction()));
        var missing = slugs(procedure, past.answers())
                .filter(slug -> !departments.containsKey(slug))
                .findFirst();
        if (missing.isPresent()) {
            return refuse(
                    faults,
                    past,
                    "department",
                    missing.get(),
                    past.jurisdiction().value());
        }
        var ground = new PastLife.Ground(numbered.get(), departments, conditions.over(past::answers), clocks);
        return Optional.of(new PastLife(past, ground, lead(ground)));
    }

    private static DepartmentId lead(PastLife.Ground ground) {
        var step = ground.procedure()
                .procedure()
                .tree()
                .steps()
                .filter(Block.Step::lead)
                .findFirst();
        return ground.department(step.orElseThrow().department());
    }

    private Map<String, DepartmentId> departments(Procedure procedure, DivisionCode jurisdiction) {
        var found = new HashMap<String, DepartmentId>();
        all(procedure).forEach(slug -> lanes.find(slug, jurisdiction).ifPresent(id -> found.put(slug, id)));
        return found;
    }

    private static Stream<String> all(Procedure procedure) {
        return Stream.concat(
                Stream.of(procedure.intake().department()),
                procedure.tree().steps().map(Block.Step::department));
    }

    /** Departments of the steps that a case with these answers can reach. */
    private Stream<String> slugs(Procedure procedure, ObjectNode answers) {
        return Stream.concat(
                Stream.of(procedure.intake().department()),
                lanes.taken(procedure.tree(), answers).stream().map(Block.Step::department));
    }

    private static Optional<PastLife> refuse(List<Fault> faults, PastCase past, String what, String... arguments) {
        faults.add(new Fault(past.line(), "casework.import." + what, List.of(arguments)));
        return Optional.empty();
    }

    private boolean replay(PastLife life, List<Fault> faults) {
        var before = Instant.MIN;
        var deeds = life.past.deeds();
        if (deeds.isEmpty() || !(deeds.getFirst() instanceof PastDeed.Filed)) {
            return refuse(faults, life.past, "no-filing").isPresent();
        }
        for (var deed : deeds) {
            var what = deed.getClass().getSimpleName();
            if (deed.at().isBefore(before)) {
                return refuse(faults, life.past, "times", what, deed.at().toString())
                        .isPresent();
            }
            if (deed.at().isAfter(clocks.now())) {
                return refuse(faults, life.past, "future", what, deed.at().toString())
                        .isPresent();
            }
            var state = life.state;
            if (!life.live(deed)) {
                return refuse(faults, life.past, "impossible", what, state.name())
                        .isPresent();
            }
            before = deed.at();
        }
        return true;
    }
}
