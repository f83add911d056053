package org.zhengtong.data.connectors.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.connectors.Connectors;
import org.zhengtong.data.connectors.ConnectorsProblem;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Run;
import org.zhengtong.data.connectors.Source;
import org.zhengtong.data.connectors.internal.store.ContractStore;
import org.zhengtong.data.connectors.internal.store.RunStore;
import org.zhengtong.data.connectors.internal.store.SourceStore;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.Registers;

/** What every page about a source needs first: the source, and whether the user may see or change it. */
@Component
class ConnectorsDesk {

    private final SourceStore sources;
    private final ContractStore contracts;
    private final RunStore runs;
    private final Registers registers;
    private final Permissions permissions;
    private final Departments departments;

    ConnectorsDesk(
            SourceStore sources,
            ContractStore contracts,
            RunStore runs,
            Registers registers,
            Permissions permissions,
            Departments departments) {
        this.sources = sources;
        this.contracts = contracts;
        this.runs = runs;
        this.registers = registers;
        this.permissions = permissions;
        this.departments = departments;
    }

    List<Source> visible(CurrentUser user) {
        permissions.require(user, Connectors.VIEW_SOURCE);
        return sources.list(permissions.scopeOf(user, Connectors.VIEW_SOURCE));
    }

    Source source(long id, CurrentUser user, String permission) {
        var source = sources.find(id).orElseThrow(() -> new ProblemException(ConnectorsProblem.SOURCE_NOT_FOUND));
        permissions.require(user, permission, source.department());
        return source;
    }

    Contract contract(long id, CurrentUser user, String permission) {
        var contract = contracts.find(id).orElseThrow(() -> new ProblemException(ConnectorsProblem.CONTRACT_NOT_FOUND));
        source(contract.source(), user, permission);
        return contract;
    }

    Run run(long id, CurrentUser user, String permission) {
        var run = runs.find(id).orElseThrow(() -> new ProblemException(ConnectorsProblem.RUN_NOT_FOUND));
        contract(run.contract(), user, permission);
        return run;
    }

    boolean edits(CurrentUser user, Source source) {
        return permissions.may(user, Connectors.EDIT_SOURCE, source.department());
    }

    /** Registers that the user's department may load into. */
    List<RegisterDefinition> loadable(CurrentUser user) {
        return registers.list().stream().filter(each -> loadable(user, each)).toList();
    }

    /** Whoever may write records of one of the register's sources. */
    private boolean loadable(CurrentUser user, RegisterDefinition register) {
        return permissions.may(user, Registers.EDIT_RECORD, register.facts().holder())
                || register.sources().stream()
                        .anyMatch(each -> permissions.may(user, Registers.EDIT_RECORD, each.department()));
    }

    /** The key names the record; of the others those that the user's department is the source of today. */
    List<RegisterItem> items(CurrentUser user, RegisterDefinition register, LocalDate today) {
        return register.items().values().stream()
                .filter(item -> item.name().equals(register.facts().key())
                        || permissions.may(user, Registers.EDIT_RECORD, register.sourceOf(item.name(), today)))
                .toList();
    }

    RegisterDefinition register(Contract contract) {
        return registers.require(contract.register());
    }

    List<RegisterDefinition> registers() {
        return registers.list();
    }

    String name(DepartmentId department) {
        return names(List.of(department)).getOrDefault(department, department.value());
    }

    Map<DepartmentId, String> names(Collection<DepartmentId> ids) {
        return departments.names(ids);
    }
}
