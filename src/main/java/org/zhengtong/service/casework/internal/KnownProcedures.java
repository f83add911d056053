package org.zhengtong.service.casework.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackImported;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.Procedure;
import org.zhengtong.service.casework.ProcedurePublished;
import org.zhengtong.service.casework.Procedures;
import tools.jackson.databind.node.ObjectNode;

/** Procedures and forms in memory: versions never change, so they are read once; what is in force is read again after a minute at most. */
@Component
class KnownProcedures implements Procedures {

    private final ProcedureStore store;
    private final Forms forms;
    private final Map<Integer, Procedure> byId = new ConcurrentHashMap<>();
    private final Set<Integer> forked = new CopyOnWriteArraySet<>();
    private final Map<String, FormSchema> formVersions = new ConcurrentHashMap<>();
    private final Cache<String, FormSchema> currentForms = remembering();
    private final Cache<String, List<Numbered>> inForce = remembering();

    private final Conditions conditions;

    KnownProcedures(ProcedureStore store, Forms forms, Conditions conditions) {
        this.conditions = conditions;
        this.store = store;
        this.forms = forms;
    }

    /** What is in force may be changed by another instance. */
    private static <T> Cache<String, T> remembering() {
        return Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(1))
                .maximumSize(10_000)
                .build();
    }

    /** A procedure with the number that cases keep. */
    record Numbered(int id, Procedure procedure) {}

    @Override
    public Optional<Procedure> findByItem(ItemCode itemCode) {
        return findNumbered(itemCode).map(Numbered::procedure);
    }

    Optional<Numbered> findNumbered(ItemCode code) {
        var all = numbered();
        return all.stream()
                .filter(one -> one.procedure().itemCode().equals(code))
                .findFirst()
                .or(() -> code.basicCode()
                        .flatMap(basic -> all.stream()
                                .filter(one -> one.procedure()
                                        .itemCode()
                                        .basicCode()
                                        .filter(basic::equals)
                                        .isPresent())
                                .findFirst()));
    }

    @Override
    public List<Procedure> list() {
        return numbered().stream().map(Numbered::procedure).toList();
    }

    @Override
    public Chosen chosen(Procedure procedure, ObjectNode answers) {
        var holds = conditions.over(() -> answers);
        var commitment = procedure.offers().commitment();
        var deferral = procedure.offers().deferral();
        return new Chosen(
                procedure.tree().taken(holds).toList(),
                commitment != null && holds.test(commitment.when()) ? commitment : null,
                deferral == null ? List.of() : Offerings.missing(deferral, answers));
    }

    private List<Numbered> numbered() {
        return inForce.get(
                "all",
                all -> store.current().stream()
                        .map(stored -> new Numbered(stored.id(), byId.computeIfAbsent(stored.id(), id -> keep(stored))))
                        .toList());
    }

    /** Numbers of the versions, old ones too, whose lanes have items of their own. */
    List<Integer> bundles() {
        return store.numbers().stream()
                .filter(id ->
                        require(id).tree().steps().anyMatch(step -> step.own().item() != null))
                .toList();
    }

    /** The version a case was filed under. */
    Procedure require(int id) {
        return byId.computeIfAbsent(
                id,
                unknown -> store.find(unknown)
                        .map(this::keep)
                        .orElseThrow(() -> new IllegalStateException("No procedure " + unknown)));
    }

    private Procedure keep(ProcedureStore.StoredProcedure stored) {
        var procedure = parse(stored);
        var offers = procedure.offers();
        if (offers.commitment() != null
                || offers.deferral() != null
                || procedure.tree().forked()) {
            forked.add(stored.id());
        }
        return procedure;
    }

    /** Numbers of the versions in memory whose cases go their way by the applicant's answers. */
    Integer[] forked() {
        return forked.toArray(Integer[]::new);
    }

    private static Procedure parse(ProcedureStore.StoredProcedure stored) {
        var errors = new PackErrors();
        var file = stored.key() + ".yaml";
        return PackReader.ofTexts("stored", Map.of(file, stored.source()))
                .require(file, errors)
                .flatMap(pack -> pack.tree(errors))
                .flatMap(root -> new ProcedureReader(errors).read(root, stored.version()))
                .orElseThrow(() -> new IllegalStateException("Stored procedure " + stored.id() + ": " + errors.list()));
    }

    @Override
    public FormSchema currentForm(String key) {
        return currentForms.get(
                key,
                unknown -> store.findCurrentForm(unknown)
                        .map(forms::parse)
                        .orElseThrow(() -> new ProblemException(CaseworkProblem.FORM_NOT_FOUND, unknown)));
    }

    @Override
    public FormSchema form(String key, FormVersion version) {
        return formVersions.computeIfAbsent(
                key + "@" + version.value(),
                unknown -> store.findForm(key, version)
                        .map(forms::parse)
                        .orElseThrow(() -> new ProblemException(CaseworkProblem.FORM_NOT_FOUND, key)));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(PackImported imported) {
        forget();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(ProcedurePublished published) {
        forget();
    }

    private void forget() {
        inForce.invalidateAll();
        currentForms.invalidateAll();
    }
}
