package org.zhengtong.data.registers.internal.seed;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.base.pack.Packs;
import org.zhengtong.data.registers.LoadRequest;
import org.zhengtong.data.registers.MadeUpPopulation;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.data.registers.internal.loading.ProgressWatch;

/** Fills the population register with made-up people, for trying things out at scale. The input is how many. */
@Component
class PeopleMaking implements LongWork {

    private static final RegisterCode POPULATION = new RegisterCode("population");

    private final Packs packs;
    private final RegisterLoading loading;

    PeopleMaking(Packs packs, RegisterLoading loading) {
        this.packs = packs;
        this.loading = loading;
    }

    @Override
    public String kind() {
        return MadeUpPopulation.KIND;
    }

    @Override
    public JobNote run(String input, WorkProgress progress) {
        var pack = packs.open(packs.imported().getFirst().name());
        var people = new MadeUpPeople(PeopleWords.of(pack), Long.parseLong(input));
        progress.expect(people.count());
        var report = loading.load(
                new LoadRequest(
                        POPULATION,
                        "made up " + progress.id(),
                        pack.name() + "/registers",
                        Map.of(),
                        LocalDate.of(2026, 1, 1),
                        Actor.system("registers")),
                people,
                new ProgressWatch(progress));
        return JobNote.of("registers.made.note", report.counts().written());
    }
}
