package org.zhengtong.data.mediation.web.govstack;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RegistersProblem;

/** Registers under the names that addresses have for them. */
@Component
class Registries {

    static final String PATH = "/govstack/dr/data/{registry:[a-z][a-z0-9-]*}/{version:\\d+(?:\\.0)?}";

    private final Registers registers;

    Registries(Registers registers) {
        this.registers = registers;
    }

    /** The register in this version of its definition, {@code 3} or {@code 3.0}. */
    RegisterDefinition require(String registry, String version) {
        return Optional.of(registry)
                .filter(RegisterCode::fits)
                .map(RegisterCode::new)
                .flatMap(registers::find)
                .filter(each -> String.valueOf(each.version()).equals(version.replace(".0", "")))
                .orElseThrow(() -> new ProblemException(RegistersProblem.REGISTER_NOT_FOUND, registry + " " + version));
    }
}
