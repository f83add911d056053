package org.zhengtong.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/** The index answers as Spring itself does, for every kind of bean and in the same order. */
class IndexedBeansTest {

    interface Greeting {}

    interface Polite extends Greeting {}

    static class Hello implements Polite {}

    static class LoudHello extends Hello implements Runnable {
        @Override
        public void run() {}
    }

    static class Maker {
        Greeting made() {
            return new LoudHello();
        }
    }

    static class Factory implements FactoryBean<Greeting> {
        @Override
        public Greeting getObject() {
            return new Hello();
        }

        @Override
        public Class<?> getObjectType() {
            return Greeting.class;
        }
    }

    private static final List<Class<?>> ASKED = List.of(
            Greeting.class,
            Polite.class,
            Hello.class,
            LoudHello.class,
            Runnable.class,
            Maker.class,
            Factory.class,
            FactoryBean.class,
            CharSequence.class,
            Comparable.class,
            Object.class);

    private static <B extends DefaultListableBeanFactory> B filled(Supplier<B> kind) {
        var beans = kind.get();
        beans.registerBeanDefinition("loud", new RootBeanDefinition(LoudHello.class));
        beans.registerBeanDefinition("maker", new RootBeanDefinition(Maker.class));
        var made = new RootBeanDefinition(Greeting.class);
        made.setFactoryBeanName("maker");
        made.setFactoryMethodName("made");
        beans.registerBeanDefinition("made", made);
        beans.registerBeanDefinition("factory", new RootBeanDefinition(Factory.class));
        beans.registerBeanDefinition("library", new RootBeanDefinition(StringBuilder.class));
        beans.registerBeanDefinition("hello", new RootBeanDefinition(Hello.class));
        beans.registerBeanDefinition(
                "abstract",
                BeanDefinitionBuilder.rootBeanDefinition(Hello.class)
                        .setAbstract(true)
                        .getBeanDefinition());
        beans.registerBeanDefinition(
                "each-time",
                BeanDefinitionBuilder.rootBeanDefinition(Hello.class)
                        .setScope(AbstractBeanDefinition.SCOPE_DEFAULT)
                        .setScope("prototype")
                        .getBeanDefinition());
        beans.registerAlias("hello", "good-day");
        beans.registerSingleton("by-hand", new Hello());
        beans.registerSingleton("word", "good day");
        beans.freezeConfiguration();
        return beans;
    }

    private static void assertSame(DefaultListableBeanFactory beans, DefaultListableBeanFactory usual) {
        for (var type : ASKED) {
            assertThat(beans.getBeanNamesForType(type, true, true))
                    .as(type.getSimpleName())
                    .containsExactly(usual.getBeanNamesForType(type, true, true));
            assertThat(beans.getBeanNamesForType(type, false, false))
                    .as(type.getSimpleName())
                    .containsExactly(usual.getBeanNamesForType(type, false, false));
        }
    }

    @Test
    void beans_are_found_by_their_types_as_usual() {
        assertSame(filled(IndexedBeans::new), filled(DefaultListableBeanFactory::new));
    }

    @Test
    void what_was_made_is_found_by_what_it_is() {
        var beans = filled(IndexedBeans::new);
        var usual = filled(DefaultListableBeanFactory::new);
        for (var all : List.of(beans, usual)) {
            all.preInstantiateSingletons();
        }

        assertSame(beans, usual);
        assertThat(beans.getBeanNamesForType(Runnable.class)).containsExactly("loud", "made");
        assertThat(beans.getBean(Maker.class)).isSameAs(beans.getBean("maker"));
    }

    @Test
    void what_comes_and_goes_later_is_seen() {
        var beans = filled(IndexedBeans::new);
        var usual = filled(DefaultListableBeanFactory::new);
        assertSame(beans, usual);

        for (var all : List.of(beans, usual)) {
            all.registerSingleton("late", new LoudHello());
            all.registerBeanDefinition("defined-late", new RootBeanDefinition(Hello.class));
            all.destroySingleton("by-hand");
        }

        assertSame(beans, usual);
        assertThat(beans.getBeanNamesForType(Hello.class))
                .contains("late", "defined-late")
                .doesNotContain("by-hand");
    }
}
