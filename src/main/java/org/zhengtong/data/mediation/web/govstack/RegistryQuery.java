package org.zhengtong.data.mediation.web.govstack;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client of the registry API looks for: values that items must have. */
record RegistryQuery(List<Condition> conditions) {

    private static final int MOST_CONDITIONS = 20;
    private static final int MOST_BYTES = 1 << 20;
    private static final String FIELD = "query.";

    /** Reads {@code {"query": {"content": {item: value}}}}; a problem when it is none or names no item. */
    static RegistryQuery of(JsonNode body, RegisterDefinition register) {
        var conditions = new ArrayList<Condition>();
        content(body, "query", register).forEach((item, value) -> {
            if (value == null) {
                throw new ProblemException(CommonProblem.BAD_REQUEST);
            }
            conditions.add(Condition.equal(item, value));
        });
        if (conditions.size() > MOST_CONDITIONS) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
        return new RegistryQuery(conditions);
    }

    /** The body of a request, up to a megabyte. */
    static JsonNode read(HttpServletRequest request) {
        try {
            var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new ProblemException(CommonProblem.TOO_LARGE);
            }
            return JsonMapper.shared().readTree(body);
        } catch (IOException | JacksonException unreadable) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
    }

    /** Items and values below {@code part.content}, at least one; a problem when it is none or names no item. */
    static Map<ItemName, @Nullable String> content(JsonNode body, String part, RegisterDefinition register) {
        var content = body.path(part).path("content");
        if (!content.isObject() || content.isEmpty()) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
        var values = new LinkedHashMap<ItemName, @Nullable String>();
        content.properties().forEach(field -> {
            var value = field.getValue();
            if (!value.isValueNode() || value.asString().indexOf('\0') >= 0) {
                throw new ProblemException(CommonProblem.BAD_REQUEST);
            }
            values.put(item(field.getKey(), register), value.isNull() ? null : value.asString());
        });
        return values;
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
                ? RecordKey.of(conditions.getFirst().values().getFirst())
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
