package org.zhengtong.data.registers.internal.definition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegistersProblem;

/** The registers' shapes, kept for a few seconds: another instance may change a definition. */
@Component
public class Shapes {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final DefinitionStore definitions;
    private final Forms forms;
    private final Cache<RegisterCode, Optional<RegisterShape>> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(1_000).build();
    private final Cache<Version, RegisterShape> read =
            Caffeine.newBuilder().maximumSize(1_000).build();

    private record Version(RegisterCode code, int version) {}

    Shapes(DefinitionStore definitions, Forms forms) {
        this.definitions = definitions;
        this.forms = forms;
    }

    public Optional<RegisterShape> find(RegisterCode code) {
        return known.get(code, this::read);
    }

    public RegisterShape require(RegisterCode code) {
        return find(code).orElseThrow(() -> new ProblemException(RegistersProblem.REGISTER_NOT_FOUND, code));
    }

    /** The shape as it is at this moment. */
    public RegisterShape requireNow(RegisterCode code) {
        forget(code);
        return require(code);
    }

    void forget(RegisterCode code) {
        known.invalidate(code);
    }

    private Optional<RegisterShape> read(RegisterCode code) {
        return definitions.find(code).map(kept -> read.get(new Version(code, kept.version()), _ -> shape(kept)));
    }

    private RegisterShape shape(DefinitionStore.Kept kept) {
        var reading = new DefinitionReader(forms).read(kept.body(), kept.version());
        if (reading.definition() == null) {
            throw new IllegalStateException("A stored definition cannot be read: " + reading.faults());
        }
        return RegisterShape.of(reading.definition());
    }
}
