package org.zhengtong.base.identity;

import java.util.List;

/** Made-up people with the same part in the journey. */
public record DemoGroup(String name, List<Person> people) {
    public DemoGroup {
        people = List.copyOf(people);
    }

    /** One of them, and what to do in that part. */
    public record Person(AccountId account, String name, String todo) {}
}
