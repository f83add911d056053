package org.zhengtong.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.zhengtong.app.node.ZhengtongApplication;

/**
 * The whole platform in demo mode on a real PostgreSQL with the pack of 山东, answering on a random port.
 *
 * <p>All tests with this annotation share one platform: use it without further properties, make your own data, and do not
 * expect empty tables.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ZhengtongApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestFolder.class)
@Import(TestClock.class)
@ExtendWith({CrowdedLists.class, ClockAtStart.class})
public @interface PlatformTest {}
