package org.zhengtong.data.registers.internal.seed;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.DemoCast;
import org.zhengtong.base.identity.DemoPart;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.data.registers.Corrections;
import org.zhengtong.data.registers.Corrections.CorrectOutcome;
import org.zhengtong.data.registers.Corrections.Doubt;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RecordQuery;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.RegisterWriting;
import org.zhengtong.data.registers.RegisterWriting.RecordEdit;
import org.zhengtong.data.registers.RegisterWriting.WriteOutcome;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.internal.credit.CreditPublicity;
import org.zhengtong.data.registers.internal.credit.CreditRequest;
import org.zhengtong.data.registers.internal.credit.CreditRequests;
import org.zhengtong.data.registers.internal.matching.Matching.Rule;
import org.zhengtong.data.registers.internal.matching.Matching.Side;
import org.zhengtong.data.registers.internal.matching.Matchings;

/** Records, doubts, credit requests and a comparison of a demonstration: the pack's {@code demo/registers.yaml}. */
@Component
class DemoRegisters implements DemoPart {

    private static final String FILE = "demo/registers.yaml";

    private final Registers registers;
    private final RegisterReading reading;
    private final RegisterWriting writing;
    private final Corrections corrections;
    private final Credit credit;
    private final Matchings matchings;
    private final Clock clock;

    /** Published decisions and what is asked about them. */
    @Component
    record Credit(CreditPublicity publicity, CreditRequests requests) {}

    DemoRegisters(
            Registers registers,
            RegisterReading reading,
            RegisterWriting writing,
            Corrections corrections,
            Credit credit,
            Matchings matchings,
            Clock clock) {
        this.registers = registers;
        this.reading = reading;
        this.writing = writing;
        this.corrections = corrections;
        this.credit = credit;
        this.matchings = matchings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "registers";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void play(PackReader pack, DemoCast cast) {
        var errors = new PackErrors();
        pack.find(FILE).flatMap(file -> file.tree(errors)).ifPresent(tree -> {
            tree.list("records").forEach(record -> write(record, cast));
            tree.list("corrections").forEach(doubt -> doubt(doubt, cast));
            tree.list("credit").forEach(request -> request(request, cast));
            tree.list("matchings").forEach(matching -> compare(matching, cast));
        });
        if (!errors.isEmpty()) {
            throw new IllegalStateException(FILE + ": " + errors.list());
        }
    }

    private static String text(PackNode node, String name) {
        return node.find(name).orElse("");
    }

    /** Values as they stand, but {@code -30} for a date of thirty days ago. */
    private Map<ItemName, @Nullable String> values(PackNode node) {
        var values = new HashMap<ItemName, @Nullable String>();
        node.at("values")
                .ifPresent(all ->
                        all.fields().forEach((name, value) -> values.put(new ItemName(name), value(value.text()))));
        return values;
    }

    private String value(String text) {
        return text.matches("[+-][0-9]{1,4}")
                ? today().plusDays(Long.parseLong(text)).toString()
                : text;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A record that somebody has entered in the meantime stays as it is. */
    private void write(PackNode record, DemoCast cast) {
        var code = new RegisterCode(text(record, "register"));
        var values = values(record);
        var key = String.valueOf(values.get(registers.require(code).facts().key()));
        var edit = new RecordEdit(
                code,
                new RecordKey(key),
                values,
                LocalDate.parse(value(text(record, "validFrom"))),
                0,
                text(record, "reason"));
        var outcome = writing.write(edit, cast.staff(text(record, "by")));
        if (!(outcome instanceof WriteOutcome.Written || outcome instanceof WriteOutcome.Overtaken)) {
            throw new IllegalStateException(FILE + ":" + record.line() + " " + outcome);
        }
    }

    private void doubt(PackNode node, DemoCast cast) {
        var register = new RegisterCode(text(node, "register"));
        var flagged = corrections.flag(
                new Doubt(
                        register,
                        key(register, Integer.parseInt(text(node, "record"))),
                        new ItemName(text(node, "item")),
                        text(node, "claimed"),
                        text(node, "reason")),
                cast.staff(text(node, "by")));
        node.at("answer").ifPresent(answer -> answer(flagged.id(), answer, cast.staff(text(answer, "by"))));
    }

    private void answer(long id, PackNode answer, CurrentUser by) {
        var words = text(answer, "words");
        var outcome = answer.find("value")
                .map(value -> corrections.correct(id, value, today(), words, by))
                .orElseGet(() -> corrections.keep(id, words, by));
        if (!(outcome instanceof CorrectOutcome.Answered)) {
            throw new IllegalStateException(FILE + ":" + answer.line() + " " + outcome);
        }
    }

    /** Key of the n-th record. */
    private RecordKey key(RegisterCode register, int number) {
        var definition = registers.require(register);
        var permit = new ReadPermit(
                definition.items().keySet(), Map.of(), null, "", "demonstration", Actor.system("registers"));
        return reading.search(RecordQuery.all(register, number), permit)
                .records()
                .getLast()
                .key();
    }

    private void request(PackNode node, DemoCast cast) {
        var entry = credit.publicity().entry(text(node, "entry")).orElseThrow();
        var filed = credit.requests()
                .file(
                        entry,
                        CreditRequest.Kind.valueOf(text(node, "kind")),
                        text(node, "reason"),
                        cast.enterprise(entry.creditCode()))
                .orElseThrow();
        node.at("answer")
                .ifPresent(answer -> credit.requests()
                        .answer(
                                filed.id(),
                                text(answer, "granted").equals("true"),
                                text(answer, "words"),
                                cast.staff(text(answer, "by"))));
    }

    private void compare(PackNode node, DemoCast cast) {
        var sides = List.of(side(node, "left"), side(node, "right"));
        matchings.start(
                new Matchings.NewMatching(
                        text(node, "name"),
                        sides.getFirst(),
                        sides.getLast(),
                        Rule.valueOf(text(node, "rule")),
                        new BigDecimal(text(node, "leastScore")),
                        null),
                cast.staff(text(node, "by")));
    }

    private static Side side(PackNode node, String name) {
        var side = node.at(name).orElseThrow();
        return new Side(new RegisterCode(text(side, "register")), new ItemName(text(side, "item")));
    }
}
