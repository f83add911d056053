package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/**
 * Every {@code …Form} of the pages is filled with whatever may stand in an address or a field, and asked what it says: an answer,
 * never an exception. New forms are covered by themselves.
 */
class FormsFuzzTest {
    /** Asked only after the form was found right; what comes before is in reach. */
    private static final Set<String> AFTER_CHECKS = Set.of(
            "CaseForm.accepted",
            "FeeForm.content",
            "GrantForm.term",
            "GuideForm.applyTo",
            "LayerForm.toLayer",
            "MapForm.place",
            "MarkForm.toMark",
            "ReformForm.day",
            "ReformForm.reform");

    private static final List<Class<?>> FORMS = forms();

    @FuzzTest(maxDuration = "10m")
    void a_form(FuzzedDataProvider data) throws ReflectiveOperationException {
        var form = filled(FORMS.get(data.consumeInt(0, FORMS.size() - 1)), data);
        if (form == null) {
            return;
        }
        for (var method : form.getClass().getDeclaredMethods()) {
            if (isQuestion(method)) {
                method.setAccessible(true);
                ask(form, method);
            }
        }
    }

    private static void ask(Object form, Method method) throws IllegalAccessException {
        try {
            var given = Arrays.stream(method.getParameterTypes())
                    .map(FormsFuzzTest::argument)
                    .toArray();
            var answer = method.invoke(form, given);
            assertThat(String.valueOf(answer)).hasSizeLessThan(100_000);
        } catch (InvocationTargetException failed) {
            throw new AssertionError(form + "." + method.getName(), failed.getCause());
        }
    }

    private static boolean isQuestion(Method method) {
        return !Modifier.isStatic(method.getModifiers())
                && !Modifier.isPrivate(method.getModifiers())
                && !method.isSynthetic()
                && !AFTER_CHECKS.contains(method.getDeclaringClass().getSimpleName() + "." + method.getName())
                && !Set.of("equals", "hashCode").contains(method.getName())
                && Arrays.stream(method.getParameterTypes()).allMatch(type -> argument(type) != null);
    }

    private static Object argument(Class<?> type) {
        return type == int.class ? Integer.valueOf(20) : type == ZoneId.class ? ZoneId.of("Asia/Shanghai") : null;
    }

    /** Null when the form itself refuses what the binder would refuse as well. */
    private static Object filled(Class<?> form, FuzzedDataProvider data) throws ReflectiveOperationException {
        var parts = form.getRecordComponents();
        var make = canonical(form, parts);
        make.setAccessible(true);
        return make.newInstance(
                Arrays.stream(parts).map(part -> value(part.getType(), data)).toArray());
    }

    private static Constructor<?> canonical(Class<?> form, RecordComponent[] parts) throws NoSuchMethodException {
        return form.getDeclaredConstructor(
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
    }

    private static Object value(Class<?> type, FuzzedDataProvider data) {
        if (type == Set.class) {
            return new HashSet<>();
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of("a", data.consumeString(20));
        }
        if (type == boolean.class) {
            return data.consumeBoolean();
        }
        if (type == int.class) {
            return data.consumeInt();
        }
        if (type == long.class) {
            return data.consumeLong();
        }
        if (data.consumeBoolean()) {
            return type == String.class ? "" : null;
        }
        return type == Long.class
                ? Long.valueOf(data.consumeLong())
                : type.isEnum()
                        ? data.pickValue(type.getEnumConstants())
                        : type == String.class ? data.consumeString(40) : null;
    }

    private static List<Class<?>> forms() {
        var scan = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition found) {
                return true;
            }
        };
        scan.addIncludeFilter(new RegexPatternTypeFilter(java.util.regex.Pattern.compile(".*\\.web\\..*Form")));
        return scan.findCandidateComponents("org.zhengtong").stream()
                .map(found -> named(String.valueOf(found.getBeanClassName())))
                .filter(Class::isRecord)
                .sorted(Comparator.comparing(Class::getName))
                .<Class<?>>map(form -> form)
                .toList();
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
