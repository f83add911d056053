package org.zhengtong.service.casework.internal;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.Drafts;
import org.zhengtong.service.casework.Procedure;
import org.zhengtong.service.casework.Procedure.AccountFact;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the platform knows of an applicant stands in his new draft already, where the procedure says so. */
@Component
class Prefill {

    private final Accounts accounts;
    private final JsonMapper json;

    Prefill(Accounts accounts, JsonMapper json) {
        this.accounts = accounts;
        this.json = json;
    }

    ObjectNode of(Procedure procedure, Drafts.Start start, CurrentUser by) {
        var answers = json.createObjectNode();
        if (!procedure.offers().prefill().isEmpty()) {
            var known = known(start, by);
            procedure.offers().prefill().forEach((pointer, fact) -> {
                var value = known.get(fact);
                if (value != null) {
                    put(answers, pointer, value);
                }
            });
        }
        return answers;
    }

    /** Of the person at the counter what the clerk read, of the user himself what his account says. */
    private Map<AccountFact, String> known(Drafts.Start start, CurrentUser by) {
        var known = new EnumMap<AccountFact, String>(AccountFact.class);
        var walkIn = start.onBehalf();
        if (walkIn != null) {
            known.put(AccountFact.NAME, walkIn.name());
            known.put(AccountFact.IDENTIFIER, walkIn.identifier());
            known.put(AccountFact.MOBILE, walkIn.mobile());
            return known;
        }
        accounts.findCitizen(by.id()).ifPresent(citizen -> {
            known.put(AccountFact.NAME, by.name());
            known.put(AccountFact.IDENTIFIER, citizen.number().value());
            known.put(AccountFact.MOBILE, citizen.mobile().value());
        });
        accounts.findEnterprise(by.id()).ifPresent(enterprise -> {
            known.put(AccountFact.ENTERPRISE, by.name());
            known.put(AccountFact.CREDIT_CODE, enterprise.creditCode().value());
            known.put(AccountFact.MOBILE, enterprise.mobile().value());
        });
        return known;
    }

    private static void put(ObjectNode answers, String pointer, String value) {
        var parts = pointer.substring(1).split("/", -1);
        var at = answers;
        for (var place = 0; place < parts.length - 1; place++) {
            at = at.withObjectProperty(parts[place]);
        }
        at.put(parts[parts.length - 1], value);
    }
}
