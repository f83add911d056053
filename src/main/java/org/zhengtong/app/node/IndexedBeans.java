package org.zhengtong.app.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

/**
 * Finds the platform's beans by an index of their types.
 *
 * <p>Spring asks every bean whether it is of a type, once for each type that anything wants: a million questions with a thousand beans, a
 * fifth of the start. A bean of the platform that is made by its constructor is of the types of its class and of no others, so
 * that those need not be asked; all others, those of libraries and of {@code @Bean} methods, are asked as before.
 */
final class IndexedBeans extends DefaultListableBeanFactory {

    private static final String OURS = "org.zhengtong.";
    /** What a proxy around a bean adds to its types. */
    private static final String OF_PROXIES = "org.springframework.";

    /** Names of beans by type, each with its place in the order of all; and those that must be asked. */
    private record Index(Map<Class<?>, Map<Integer, String>> sure, Map<Integer, String> unsure) {}

    private final Map<Class<?>, String[]> answers = new ConcurrentHashMap<>();
    private final Set<String> madeByHand = new LinkedHashSet<>();
    private volatile @Nullable Index index;

    @Override
    public String[] getBeanNamesForType(@Nullable Class<?> type, boolean nonSingletons, boolean eager) {
        if (type == null || !nonSingletons || !eager || !isConfigurationFrozen()) {
            return super.getBeanNamesForType(type, nonSingletons, eager);
        }
        var known = answers.get(type);
        if (known == null) {
            known = type.getName().startsWith(OF_PROXIES) ? super.getBeanNamesForType(type, true, true) : find(type);
            answers.put(type, known);
        }
        return known.clone();
    }

    private String[] find(Class<?> type) {
        var used = index();
        var wanted = ResolvableType.forRawClass(type);
        var names = new TreeMap<>(used.sure().getOrDefault(type, Map.of()));
        used.unsure().forEach((place, name) -> {
            var matching = matching(name, wanted);
            if (matching != null) {
                names.put(place, matching);
            }
        });
        var all = new ArrayList<>(names.values());
        for (var name : byHand()) {
            var matching = matching(name, wanted);
            if (matching != null) {
                all.add(matching);
            }
        }
        return all.toArray(String[]::new);
    }

    /** The bean's name if what it makes, or itself, is of the type. */
    private @Nullable String matching(String name, ResolvableType wanted) {
        if (isTypeMatch(name, wanted, true)) {
            return name;
        }
        var itself = FACTORY_BEAN_PREFIX + name;
        return isFactoryBean(name) && isTypeMatch(itself, wanted, true) ? itself : null;
    }

    private Index index() {
        var made = index;
        if (made == null) {
            made = make(getBeanDefinitionNames());
            index = made;
        }
        return made;
    }

    private Index make(String[] names) {
        var sure = new HashMap<Class<?>, Map<Integer, String>>();
        var unsure = new TreeMap<Integer, String>();
        for (var place = 0; place < names.length; place++) {
            var name = names[place];
            var definition = getMergedLocalBeanDefinition(name);
            if (isAlias(name) || definition.isAbstract()) {
                continue;
            }
            if (isSure(definition)) {
                for (var type : typesOf(definition.getBeanClass())) {
                    sure.computeIfAbsent(type, _ -> new TreeMap<>()).put(place, name);
                }
            } else {
                unsure.put(place, name);
            }
        }
        return new Index(sure, unsure);
    }

    private static boolean isSure(RootBeanDefinition definition) {
        if (!definition.hasBeanClass()
                || definition.getFactoryBeanName() != null
                || definition.getFactoryMethodName() != null) {
            return false;
        }
        var made = definition.getBeanClass();
        return made.getName().startsWith(OURS)
                && !made.isInterface()
                && !FactoryBean.class.isAssignableFrom(made)
                && (definition.getTargetType() == null || definition.getTargetType() == made)
                && definition.getDecoratedDefinition() == null;
    }

    private static Set<Class<?>> typesOf(Class<?> made) {
        var types = new HashSet<Class<?>>();
        for (Class<?> type = made; type != null; type = type.getSuperclass()) {
            types.add(type);
            addFaces(type, types);
        }
        return types;
    }

    private static void addFaces(Class<?> type, Set<Class<?>> types) {
        for (var face : type.getInterfaces()) {
            if (types.add(face)) {
                addFaces(face, types);
            }
        }
    }

    private List<String> byHand() {
        synchronized (madeByHand) {
            return List.copyOf(madeByHand);
        }
    }

    private void forget() {
        answers.clear();
        index = null;
    }

    @Override
    public void registerSingleton(String name, Object singleton) {
        super.registerSingleton(name, singleton);
        if (!containsBeanDefinition(name)) {
            synchronized (madeByHand) {
                madeByHand.add(name);
            }
        }
        answers.clear();
    }

    @Override
    public void registerBeanDefinition(String name, BeanDefinition definition) {
        super.registerBeanDefinition(name, definition);
        synchronized (madeByHand) {
            madeByHand.remove(name);
        }
        forget();
    }

    @Override
    public void removeBeanDefinition(String name) {
        super.removeBeanDefinition(name);
        forget();
    }

    @Override
    public void destroySingleton(String name) {
        super.destroySingleton(name);
        synchronized (madeByHand) {
            madeByHand.remove(name);
        }
        answers.clear();
    }

    @Override
    public void destroySingletons() {
        super.destroySingletons();
        synchronized (madeByHand) {
            madeByHand.clear();
        }
        answers.clear();
    }
}
