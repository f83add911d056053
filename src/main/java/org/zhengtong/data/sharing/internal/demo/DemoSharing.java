package org.zhengtong.data.sharing.internal.demo;

import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.identity.DemoCast;
import org.zhengtong.base.identity.DemoPart;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.GrantedReading;
import org.zhengtong.data.sharing.GrantedReading.Use;
import org.zhengtong.data.sharing.Grants;
import org.zhengtong.data.sharing.RecordLooks;
import org.zhengtong.data.sharing.Way;

/** Requests in every state, grants and their use: the pack's {@code demo/sharing.yaml}. */
@Component
class DemoSharing implements DemoPart {

    private final RequestScript script;
    private final Grants grants;
    private final GrantedReading reading;
    private final RecordLooks looks;

    DemoSharing(RequestScript script, Grants grants, GrantedReading reading, RecordLooks looks) {
        this.script = script;
        this.grants = grants;
        this.reading = reading;
        this.looks = looks;
    }

    @Override
    public String name() {
        return "sharing";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public void play(PackReader pack, DemoCast cast) {
        DemoFile.list(pack, "requests").forEach(request -> script.play(request, cast));
    }

    /** Looks under a grant are written down at once, in a transaction of the log's own. */
    @Override
    public void goOn(PackReader pack, DemoCast cast) {
        DemoFile.list(pack, "looks").forEach(look -> look(look, cast));
    }

    private void look(PackNode node, DemoCast cast) {
        var by = cast.staff(RequestScript.text(node, "by"));
        var person = new CitizenNumber(RequestScript.text(node, "person"));
        var query = new Grants.Query(
                Grants.Side.RECEIVED,
                "",
                new RegisterCode(RequestScript.text(node, "register")),
                DataGrant.State.ACTIVE,
                "",
                50);
        if (by.department() == null || !looks.at(person, null, 1).isEmpty()) {
            return;
        }
        grants.search(query, by).grants().stream()
                .filter(grant -> grant.terms().ways().contains(Way.PAGE))
                // Newest first: the oldest is the one of everyday work.
                .reduce((_, older) -> older)
                .ifPresent(grant -> reading.byKey(
                        new Use(
                                grant.number(),
                                Way.PAGE,
                                grant.consumer(),
                                by.actor(),
                                RequestScript.text(node, "purpose"),
                                ""),
                        new RecordKey(person.value())));
    }
}
