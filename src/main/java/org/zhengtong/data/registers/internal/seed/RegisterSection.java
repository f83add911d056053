package org.zhengtong.data.registers.internal.seed;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackFile;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.Registers.DefineOutcome;
import org.zhengtong.data.registers.Registers.DefinitionFault;

/** The pack's registers: a definition each in {@code registers/}, their content in {@code registers/data/}. */
@Component
class RegisterSection implements PackSection {

    private static final String FOLDER = "registers/";

    private final Registers registers;
    private final Jobs jobs;

    RegisterSection(Registers registers, Jobs jobs) {
        this.registers = registers;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "registers";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        definitions(pack)
                .forEach(file -> file.text(errors).ifPresent(text -> report(file, registers.faultsIn(text), errors)));
    }

    private static Stream<PackFile> definitions(PackReader pack) {
        return pack.list(FOLDER).stream().filter(file -> file.path().endsWith(".yaml"));
    }

    private static void report(PackFile file, List<DefinitionFault> faults, PackErrors errors) {
        faults.forEach(fault -> errors.add(
                file.path(),
                0,
                "registers.pack.fault",
                fault.place(),
                fault.key(),
                String.join(" ", fault.arguments())));
    }

    @Override
    public void apply(PackReader pack) {
        definitions(pack).forEach(file -> define(file));
        if (pack.list(FOLDER + "data/").stream().findAny().isPresent()) {
            // The content follows after the commit, as work of its own: nobody waits for it at the first start.
            jobs.start(new WorkRequest(RegisterFilling.KIND, JobNote.of("registers.fill.title"), pack.name(), null));
        }
    }

    private void define(PackFile file) {
        var text = file.text(new PackErrors()).orElseThrow();
        if (registers.define(text, Actor.system("registers")) instanceof DefineOutcome.Refused refused) {
            throw new IllegalStateException(file.path() + " cannot replace what is stored: " + refused.faults());
        }
    }
}
