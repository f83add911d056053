package org.zhengtong.data.exchange.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.exchange.EnvelopeFault;
import org.zhengtong.data.exchange.internal.look.EnvelopeLook;
import org.zhengtong.data.exchange.internal.look.Proof;

/** One envelope: its life in words and its proof. */
public record EnvelopePage(EnvelopeLook envelope, String nodeName, Proof.Verdict verdict) {

    /** A step of its life. */
    public record Step(@Nullable Instant at, String text, boolean ahead) {}

    /** What happened to it so far, and what comes next. */
    public List<Step> life(Shell shell) {
        var steps = new ArrayList<Step>();
        var way = envelope.outgoing() ? "out" : "in";
        steps.add(new Step(envelope.createdAt(), shell.say("exchange.life." + way + ".made", nodeName), false));
        if (!envelope.outgoing()) {
            steps.add(new Step(envelope.at(), shell.say("exchange.life.in.arrived"), false));
        } else if (envelope.sentAt() != null) {
            steps.add(new Step(envelope.sentAt(), shell.say("exchange.life.out.left"), false));
        }
        if (!envelope.fault().isEmpty()) {
            steps.add(new Step(null, shell.say("exchange.life." + way + ".not_taken", fault(shell)), false));
        }
        if (envelope.endedAt() != null) {
            steps.add(new Step(
                    envelope.endedAt(),
                    shell.say("exchange.life." + way + "." + envelope.state(), note(shell)),
                    false));
        } else {
            steps.add(new Step(
                    envelope.dueAt(), shell.say("exchange.life." + way + "." + envelope.state(), note(shell)), true));
        }
        return steps;
    }

    private String fault(Shell shell) {
        return shell.sayOr(envelope.fault(), "exchange.fault." + envelope.fault());
    }

    /** The receiver's note in words, as far as its words are known here. */
    public String note(Shell shell) {
        return envelope.noteKey().isEmpty()
                ? ""
                : shell.sayOr(
                        envelope.noteKey(),
                        envelope.noteKey(),
                        envelope.noteArgs().toArray());
    }

    /** Key of the sentence about a fault. */
    public static String faultKey(EnvelopeFault fault) {
        return "exchange.fault." + fault;
    }
}
