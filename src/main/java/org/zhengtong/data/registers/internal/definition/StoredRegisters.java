package org.zhengtong.data.registers.internal.definition;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.Registers;

@Service
class StoredRegisters implements Registers {

    private final DefinitionStore definitions;
    private final TableStore tables;
    private final Shapes shapes;
    private final Forms forms;
    private final AuditLog audit;
    private final Clock clock;

    StoredRegisters(
            DefinitionStore definitions, TableStore tables, Shapes shapes, Forms forms, AuditLog audit, Clock clock) {
        this.definitions = definitions;
        this.tables = tables;
        this.shapes = shapes;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<RegisterDefinition> find(RegisterCode code) {
        return shapes.find(code).map(RegisterShape::definition);
    }

    @Override
    public RegisterDefinition require(RegisterCode code) {
        return shapes.require(code).definition();
    }

    @Override
    public List<RegisterDefinition> list() {
        return definitions.codes().stream().map(this::require).toList();
    }

    @Override
    public List<DefinitionFault> faultsIn(String definition) {
        return new DefinitionReader(forms).read(definition, 1).faults();
    }

    @Override
    @Transactional
    public DefineOutcome define(String text, Actor by) {
        var reading = new DefinitionReader(forms).read(text, 1);
        var wanted = reading.definition();
        if (wanted == null) {
            return new DefineOutcome.Refused(reading.faults());
        }
        var faults = unusable(wanted);
        if (!faults.isEmpty()) {
            return new DefineOutcome.Refused(faults);
        }
        var stored = definitions.lock(wanted.code());
        return stored.isEmpty() ? make(wanted, by) : change(stored.get(), text, by);
    }

    private List<DefinitionFault> unusable(RegisterDefinition wanted) {
        return tables.unreadablePatterns(List.copyOf(wanted.items().values())).stream()
                .map(item -> new DefinitionFault(
                        "schema." + item.name(),
                        "registers.fault.pattern",
                        List.of(Objects.requireNonNull(item.rules().pattern()))))
                .toList();
    }

    private DefineOutcome make(RegisterDefinition wanted, Actor by) {
        definitions.save(wanted.code(), 1, wanted.body(), clock.instant(), by.name());
        tables.make(RegisterShape.of(wanted));
        audit.record(
                AuditAction.of(by, "registers.define", "register", wanted.code().value()));
        forgetAfterCommit(wanted.code());
        return new DefineOutcome.Made(wanted);
    }

    private DefineOutcome change(DefinitionStore.Kept stored, String text, Actor by) {
        var before = Objects.requireNonNull(new DefinitionReader(forms)
                .read(stored.body(), stored.version())
                .definition());
        var wanted = Objects.requireNonNull(
                new DefinitionReader(forms).read(text, stored.version() + 1).definition());
        if (sameBody(before, wanted)) {
            return new DefineOutcome.Changed(before, false);
        }
        var losses =
                new ArrayList<>(new Narrowing(tables, RegisterShape.of(before), RegisterShape.of(wanted)).losses());
        if (!losses.isEmpty()) {
            return new DefineOutcome.Refused(losses);
        }
        tables.change(RegisterShape.of(before), RegisterShape.of(wanted));
        definitions.save(wanted.code(), wanted.version(), wanted.body(), clock.instant(), by.name());
        audit.record(AuditAction.of(
                        by,
                        "registers.change_definition",
                        "register",
                        wanted.code().value())
                .with("version", wanted.version()));
        forgetAfterCommit(wanted.code());
        return new DefineOutcome.Changed(wanted, true);
    }

    /** The database sorts the keys of a stored object, so bodies are compared as trees. */
    private static boolean sameBody(RegisterDefinition one, RegisterDefinition other) {
        var json = tools.jackson.databind.json.JsonMapper.shared();
        return json.readTree(one.body()).equals(json.readTree(other.body()));
    }

    private void forgetAfterCommit(RegisterCode code) {
        shapes.forget(code);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    shapes.forget(code);
                }
            });
        }
    }

    @Override
    public RegisterSize size(RegisterCode code) {
        shapes.require(code);
        return definitions.size(code);
    }

    @Override
    public Map<RegisterCode, RegisterSize> sizes() {
        return definitions.sizes();
    }

    @Override
    public List<DefinitionVersion> versions(RegisterCode code) {
        shapes.require(code);
        return definitions.versions(code);
    }
}
