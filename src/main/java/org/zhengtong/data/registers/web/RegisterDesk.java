package org.zhengtong.data.registers.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.internal.reading.OwnPermits;
import org.zhengtong.data.registers.internal.reading.RecordLinks;

/** What every page about a register needs first: the register, whether the user may see it, and records by their address. */
@Component
public class RegisterDesk {

    private final Registers registers;
    private final OwnPermits permits;
    private final RecordLinks links;
    private final Departments departments;

    RegisterDesk(Registers registers, OwnPermits permits, RecordLinks links, Departments departments) {
        this.registers = registers;
        this.permits = permits;
        this.links = links;
        this.departments = departments;
    }

    /** The register of an address. */
    public static RegisterCode code(String text) {
        if (!RegisterCode.fits(text)) {
            throw new ProblemException(RegistersProblem.REGISTER_NOT_FOUND, text);
        }
        return new RegisterCode(text);
    }

    /** The register, if this user may see it. */
    public RegisterDefinition open(String code, CurrentUser user) {
        var register = registers.require(code(code));
        permits.requireSight(user, register);
        return register;
    }

    public List<RegisterDefinition> visible(CurrentUser user) {
        return registers.list().stream()
                .filter(each -> permits.maySee(user, each))
                .toList();
    }

    public Registers registers() {
        return registers;
    }

    public OwnPermits permits() {
        return permits;
    }

    /** The key in an address. */
    public RecordKey key(String text) {
        return links.open(text).orElseThrow(() -> new ProblemException(RegistersProblem.RECORD_NOT_FOUND));
    }

    public String link(RegisterCode register, RecordKey key) {
        return "/staff/registers/" + register + "/records/" + links.seal(key.value());
    }

    /** Short name of a department, its id if nobody knows it. */
    public String name(DepartmentId department) {
        return departments.names(List.of(department)).getOrDefault(department, department.value());
    }

    public Map<DepartmentId, String> names(java.util.Collection<DepartmentId> ids) {
        return departments.names(ids);
    }
}
