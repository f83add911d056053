package org.zhengtong.data.mediation.web.govstack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ReadPermit.Comparison;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.sharing.GrantedReading.Search;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a client of the registry API looks for: values that items must have. */
record RegistryQuery(List<Condition> conditions) {

    private static final int MOST_CONDITIONS = 20;
    private static final String FIELD = "query.";

    /** Reads {@code {"query": {"content": {item: value}}}}; a problem when it is none or names no item. */
    static RegistryQuery of(byte[] body, RegisterDefinition register) {
        try {
            var content = JsonMapper.shared().readTree(body).path("query").path("content");
            if (!content.isObject() || content.isEmpty() || content.size() > MOST_CONDITIONS) {
                throw new ProblemException(CommonProblem.BAD_REQUEST);
            }
            var conditions = new ArrayList<Condition>();
            content.properties().forEach(field -> {
                if (!field.getValue().isValueNode()) {
                    throw new ProblemException(CommonProblem.BAD_REQUEST);
                }
                conditions.add(Condition.equal(
                        item(field.getKey(), register), field.getValue().asString()));
            });
            return new RegistryQuery(conditions);
        } catch (JacksonException unreadable) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
    }

    private static ItemName item(String name, RegisterDefinition register) {
        if (!ItemName.fits(name) || register.find(new ItemName(name)).isEmpty()) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
        return new ItemName(name);
    }

    /** The key, when it is all that is looked for. */
    Optional<RecordKey> key(RegisterDefinition register) {
        return conditions.size() == 1
                        && conditions.getFirst().item().equals(register.facts().key())
                ? Optional.of(new RecordKey(conditions.getFirst().values().getFirst()))
                : Optional.empty();
    }

    Search first() {
        return new Search("", conditions, null, 1);
    }

    /** A list as its parameters describe it: {@code search}, alone or in one {@code filter} field, and {@code query.<field>}. */
    static Search list(
            Map<String, String[]> parameters, RegisterDefinition register, @Nullable String after, int most) {
        var conditions = new ArrayList<Condition>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(FIELD)) {
                conditions.add(Condition.equal(item(name.substring(FIELD.length()), register), values[0]));
            }
        });
        var search = one(parameters, "search");
        var filter = one(parameters, "filter");
        if (filter.isEmpty()) {
            return new Search(search, conditions, after, most);
        }
        if (!search.isEmpty()) {
            conditions.add(new Condition(item(filter, register), Comparison.BEGINS_WITH, List.of(search)));
        }
        return new Search("", conditions, after, most);
    }

    static String one(Map<String, String[]> parameters, String name) {
        var values = parameters.get(name);
        return values == null ? "" : values[0].strip();
    }
}
