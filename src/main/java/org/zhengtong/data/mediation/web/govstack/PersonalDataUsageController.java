package org.zhengtong.data.mediation.web.govstack;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.CodeCheck;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.mediation.MediationProblem;
import org.zhengtong.data.mediation.web.api.SystemCall;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.sharing.GrantedReading;
import org.zhengtong.data.sharing.RecordLooks;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** GovStack Digital Registries: who read a person's data, for systems of the department that holds the register. */
@Controller
class PersonalDataUsageController {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 200;

    private final RecordLooks looks;
    private final Registers registers;
    private final GrantedReading reading;
    private final Departments departments;
    private final AuditLog audit;
    private final TransactionOperations transaction;

    PersonalDataUsageController(
            RecordLooks looks,
            Registers registers,
            GrantedReading reading,
            Departments departments,
            AuditLog audit,
            TransactionOperations transaction) {
        this.looks = looks;
        this.registers = registers;
        this.reading = reading;
        this.departments = departments;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping({
        "/govstack/dr/data/MyPersonalDataUsage",
        "/govstack/dr/data/MyPersonalDataUsage/1.0",
        "/govstack/dr/data/myPersonalDataUsage",
        "/govstack/dr/data/myPersonalDataUsage/1.0"
    })
    ResponseEntity<byte[]> usage(
            @RequestParam(name = "userID", defaultValue = "") String person,
            @RequestParam(name = "DatabaseID", defaultValue = "") String database,
            HttpServletRequest request,
            HttpServletResponse response) {
        var caller = SystemCall.of(request, response, reading);
        MediatorController.requireClient(request.getHeader("Information-Mediator-Client"), caller);
        if (!(CitizenNumber.check(person) instanceof CodeCheck.Valid<CitizenNumber>(var number))) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
        var register = Optional.of(database)
                .filter(RegisterCode::fits)
                .map(RegisterCode::new)
                .flatMap(registers::find)
                .orElseThrow(() -> new ProblemException(RegistersProblem.REGISTER_NOT_FOUND, database));
        if (!register.facts().holder().equals(caller.client().department())) {
            throw new ProblemException(MediationProblem.NO_GRANT);
        }
        transaction.executeWithoutResult(_ -> audit.record(AuditAction.of(
                caller.client().actor(),
                "mediation.read_usage",
                "register",
                register.code().value())));
        var of = looks.at(number, null, MOST).stream()
                .filter(entry -> entry.action()
                        .subject()
                        .id()
                        .split("/", 2)[0]
                        .equals(register.code().value()))
                .toList();
        var names = departments.names(of.stream()
                .map(PersonalDataUsageController::department)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
        var answer = JSON.createArrayNode();
        of.forEach(entry -> answer.add(line(entry, names)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(JSON.writeValueAsBytes(answer));
    }

    private static Optional<DepartmentId> department(AuditEntry entry) {
        return Optional.ofNullable(entry.action().detail().get("department")).map(DepartmentId::new);
    }

    /** The specification writes “Refrences”. */
    private static ObjectNode line(AuditEntry entry, Map<DepartmentId, String> names) {
        var actor = entry.action().actor();
        var department = department(entry);
        var line = JSON.createObjectNode()
                .put("ID", entry.id().value().toString())
                .put("ReaderID", actor.id())
                .put(
                        "ReaderInitials",
                        actor.name().isEmpty() ? "" : actor.name().substring(0, 1))
                .put("ReaderInstitutionID", department.map(DepartmentId::value).orElse(""))
                .put(
                        "ReaderInstitutionName",
                        department
                                .map(each -> names.getOrDefault(each, each.value()))
                                .orElse(""))
                .put(
                        "ReaderApplicationName",
                        actor.kind() == org.zhengtong.base.audit.Actor.Kind.SYSTEM ? actor.name() : "")
                .put("SearchDateTime", entry.at().toString());
        var references = line.putArray("Refrences");
        var grant = entry.action().detail().get("grant");
        if (grant != null) {
            references.addObject().put("ReferenceID", grant);
        }
        return line;
    }
}
