package org.zhengtong.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** The house style that a machine can check; each rule says why it is there. */
@AnalyzeClasses(
        packages = {"org.zhengtong.base", "org.zhengtong.data", "org.zhengtong.service", "org.zhengtong.app"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class StyleTest {

    @ArchTest
    static final ArchRule sql_stands_in_stores_and_searches = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Store")
            .and()
            .haveSimpleNameNotEndingWith("Search")
            .and()
            .haveSimpleNameNotEndingWith("Configuration")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class)
            .because("who looks for a query must find it by the name of the file");

    @ArchTest
    static final ArchRule no_open_results = noClasses()
            .that()
            .doNotHaveSimpleName("FeatureStore")
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .because(
                    "a stream that nobody closes keeps its connection; list() gives it back (FeatureStore closes its own)");

    @ArchTest
    static final ArchRule controllers_stand_in_web = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .resideInAPackage("..web..")
            .because("pages are the outermost layer of a room");

    @ArchTest
    static final ArchRule no_transactions_in_pages = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Transactional.class)
            .because("one front-door method is one transaction");

    @ArchTest
    static final ArchRule no_field_injection = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .because(
                    "what a class needs is seen in its constructor; beans put together at build time cannot set a record's field");

    @ArchTest
    static final ArchRule no_now_without_a_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .because("time is law here, and tests set it");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .that()
            .areTopLevelClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Info|Bean|VO|DTO|Entity|BO)")
            .because("these endings name a pattern, not the thing");

    @ArchTest
    static final ArchRule loggers_are_constants = fields().that()
            .haveRawType(org.slf4j.Logger.class)
            .should()
            .beStatic()
            .andShould()
            .beFinal()
            .because("a logger belongs to the class");
}
