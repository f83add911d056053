package org.zhengtong.data.mediation.web.govstack;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriUtils;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.mediation.web.api.SystemCall;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.SourceWriting;
import org.zhengtong.data.registers.SourceWriting.Hand;
import org.zhengtong.data.registers.SourceWriting.Written;
import org.zhengtong.data.sharing.GrantedReading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GovStack Digital Registries 1.3, writing: by systems of the department that is the source of what they write. */
@Controller
@RequestMapping(Registries.PATH)
class RegistryWritingController {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Registries registries;
    private final SourceWriting writing;
    private final GrantedReading reading;
    private final Texts texts;

    RegistryWritingController(Registries registries, SourceWriting writing, GrantedReading reading, Texts texts) {
        this.registries = registries;
        this.writing = writing;
        this.reading = reading;
        this.texts = texts;
    }

    /** A call that was read: in which register, by whom, with what. */
    private record Call(RegisterDefinition register, Hand by, JsonNode body, Locale locale) {

        Map<ItemName, @Nullable String> content() {
            return RegistryQuery.content(body, "write", register);
        }

        /** What the records must have; without a query, the key of what is written. */
        List<Condition> conditions() {
            if (body.has("query")) {
                return RegistryQuery.of(body, register).conditions();
            }
            var key = register.facts().key();
            return List.of(Condition.equal(key, key(content().get(key)).value()));
        }

        static RecordKey key(@Nullable String text) {
            return Optional.ofNullable(text)
                    .flatMap(RecordKey::of)
                    .orElseThrow(() -> new ProblemException(CommonProblem.BAD_REQUEST));
        }
    }

    private Call call(
            String registry, String version, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        var caller = SystemCall.of(request, response, reading);
        MediatorController.requireClient(request.getHeader("Information-Mediator-Client"), caller);
        var by = new Hand(
                caller.client().department(),
                caller.client().actor(),
                caller.purpose().isEmpty() ? caller.client().name() : caller.purpose());
        return new Call(
                registries.require(registry, version),
                by,
                request.getMethod().equals("DELETE") ? JSON.createObjectNode() : RegistryQuery.read(request),
                locale);
    }

    @PostMapping("/create")
    ResponseEntity<byte[]> create(
            @PathVariable String registry,
            @PathVariable String version,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var call = call(registry, version, request, response, locale);
        return created(call, call.content());
    }

    private ResponseEntity<byte[]> created(Call call, Map<ItemName, @Nullable String> values) {
        Call.key(values.get(call.register().facts().key()));
        require(writing.create(call.register().code(), values, call.by()), call);
        return content(values);
    }

    private static ResponseEntity<byte[]> content(Map<ItemName, @Nullable String> values) {
        var answer = JSON.createObjectNode();
        var content = answer.putObject("content");
        values.forEach((item, value) -> content.put(item.value(), value));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(JSON.writeValueAsBytes(answer));
    }

    /** The records written; a problem in words when the definition does not allow it. */
    private List<RecordKey> require(Written written, Call call) {
        return switch (written) {
            case Written.Done(var records) -> records;
            case Written.Refused refused ->
                throw new ProblemException(
                        RegistersProblem.RECORD_REFUSED,
                        refused.faults().stream()
                                .map(fault -> fault.item() + ": "
                                        + texts.say(call.locale(), "registers.rule." + fault.rule(), fault.wanted()))
                                .collect(Collectors.joining("; ")));
        };
    }

    @PutMapping("/update")
    ResponseEntity<Void> update(
            @PathVariable String registry,
            @PathVariable String version,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return changed(call(registry, version, request, response, locale), 1);
    }

    @PutMapping("/update-entries")
    ResponseEntity<Void> updateEntries(
            @PathVariable String registry,
            @PathVariable String version,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return changed(call(registry, version, request, response, locale), SourceWriting.MOST);
    }

    private ResponseEntity<Void> changed(Call call, int most) {
        if (change(call, most).isEmpty()) {
            throw new ProblemException(RegistersProblem.RECORD_NOT_FOUND);
        }
        return ResponseEntity.ok().build();
    }

    private List<RecordKey> change(Call call, int most) {
        return require(
                writing.change(call.register().code(), call.conditions(), call.content(), most, call.by()), call);
    }

    @PostMapping("/update-or-create")
    ResponseEntity<byte[]> updateOrCreate(
            @PathVariable String registry,
            @PathVariable String version,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var call = call(registry, version, request, response, locale);
        return change(call, 1).isEmpty() ? created(call, call.content()) : content(call.content());
    }

    @DeleteMapping("/{key}/delete")
    ResponseEntity<Void> delete(
            @PathVariable String registry,
            @PathVariable String version,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var parts = request.getRequestURI().split("/", -1);
        var key = Call.key(UriUtils.decode(parts[parts.length - 2], StandardCharsets.UTF_8));
        var call = call(registry, version, request, response, locale);
        require(writing.end(call.register().code(), key, call.by()), call);
        return ResponseEntity.noContent().build();
    }
}
