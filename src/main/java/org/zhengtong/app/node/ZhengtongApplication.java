package org.zhengtong.app.node;

import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.zhengtong.base.database.EarlyDatabase;

/** The one main class: starts the whole platform as one node. */
// two rooms may have a class of the same name
@SpringBootApplication(
        scanBasePackages = "org.zhengtong",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class ZhengtongApplication {

    /** Starts the node with Spring Boot's usual arguments, such as {@code --server.port=9000}. */
    public static void main(String[] args) {
        var application = new SpringApplication(ZhengtongApplication.class);
        application.setApplicationContextFactory(_ -> context());
        EarlyDatabase.openFor(application);
        application.run(args);
    }

    /** What Spring Boot would take, with beans that are found quickly. */
    private static ConfigurableApplicationContext context() {
        return AotDetector.useGeneratedArtifacts()
                ? new ServletWebServerApplicationContext(new IndexedBeans())
                : new AnnotationConfigServletWebServerApplicationContext(new IndexedBeans());
    }
}
