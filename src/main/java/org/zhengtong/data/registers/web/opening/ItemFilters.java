package org.zhengtong.data.registers.web.opening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.geo.GeoBox;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ItemType;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.Sensitivity;

/** Parameters of an address as conditions; one that is neither known nor an item is a wrong request, as the standard wants. */
final class ItemFilters {

    private final RegisterDefinition register;

    ItemFilters(RegisterDefinition register) {
        this.register = register;
    }

    List<Condition> of(Map<String, String[]> parameters, Set<String> known) {
        var conditions = new ArrayList<Condition>();
        parameters.forEach((name, values) -> {
            if (!known.contains(name)) {
                conditions.add(condition(name, values[0]));
            }
        });
        return conditions;
    }

    private Condition condition(String name, String value) {
        if (ItemName.fits(name)) {
            var item = register.find(new ItemName(name)).orElse(null);
            if (item != null && item.sensitivity() == Sensitivity.OPEN && item.type() != ItemType.GEOMETRY) {
                return Condition.equal(item.name(), value);
            }
        }
        throw new ProblemException(RegistersProblem.NOT_A_QUERY, name);
    }

    /** {@code west,south,east,north}; six numbers have heights, which nobody asks for here. */
    static @Nullable GeoBox box(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            var numbers = Arrays.stream(text.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return switch (numbers.length) {
                case 4 -> new GeoBox(numbers[0], numbers[1], numbers[2], numbers[3]);
                case 6 -> new GeoBox(numbers[0], numbers[1], numbers[3], numbers[4]);
                default -> throw new IllegalArgumentException(text);
            };
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(RegistersProblem.NOT_A_QUERY, "bbox");
        }
    }
}
