package org.zhengtong.testing;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Each class of tests begins on the same Monday, whatever the class before it did to the shared clock. */
class ClockAtStart implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        SpringExtension.getApplicationContext(context)
                .getBean(SettableClock.class)
                .set(SettableClock.MONDAY_TEN);
    }
}
