package org.zhengtong.base.schema.internal;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.Optional;

/** Patterns in linear time (RE2), so that no input of a citizen can hold up the server. */
class LinearRegex implements RegularExpressionFactory {
    static final int LONGEST = 200;

    static Optional<Pattern> compile(String expression) {
        try {
            return expression.length() > LONGEST ? Optional.empty() : Optional.of(Pattern.compile(expression));
        } catch (PatternSyntaxException notInRe2) {
            return Optional.empty();
        }
    }

    @Override
    public RegularExpression getRegularExpression(String expression) {
        var pattern = compile(expression).orElseThrow(() -> new IllegalArgumentException("Pattern: " + expression));
        return text -> pattern.matcher(text).find();
    }
}
