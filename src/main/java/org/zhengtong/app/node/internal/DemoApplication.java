package org.zhengtong.app.node.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.zhengtong.base.organization.Division;
import org.zhengtong.service.casework.Applicant;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Applications of enterprises that do not exist, in the shape of the form of company establishment. */
final class DemoApplication {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final DemoWords words;
    private final RandomGenerator random;
    private final Set<String> taken = new HashSet<>();

    DemoApplication(DemoWords words, RandomGenerator random) {
        this.words = words;
        this.random = random;
    }

    /** Who applies, and the answers. */
    record Filled(Applicant applicant, ObjectNode answers) {}

    Filled fill(Division city, Division county, List<String> streets) {
        var trade = words.word("trade", random).split("\\|", -1);
        var name = companyName(city, trade[0]);
        var founder = words.person(random);
        var partner = words.person(random);
        var mobile = "1380000%04d".formatted(random.nextInt(10_000));
        var numbers = List.of(citizenNumber(county), citizenNumber(county));
        var answers = JsonNodeFactory.instance.objectNode();
        answers.putObject("company").put("name", name).put("kind", "limited-natural-persons");
        address(answers, county, streets);
        answers.putObject("scope").put("items", trade[1]).put("needsApproval", false);
        var capital = (1 + random.nextInt(20)) * 10;
        answers.putObject("capital").put("amount", capital).put("term", "long").put("copies", 1);
        var people = answers.putObject("holders").putArray("people");
        holder(people.addObject(), founder, numbers.getFirst(), capital, 60);
        holder(people.addObject(), partner, numbers.getLast(), capital, 40);
        officers(answers, founder, partner, numbers, mobile);
        var contacts = answers.putObject("contacts");
        person(contacts.putObject("liaison"), founder, numbers.getFirst()).put("mobile", mobile);
        contacts.put("withAgent", false);
        return new Filled(new Applicant(Applicant.Kind.LEGAL_PERSON, name, null, founder, mobile, null), answers);
    }

    private String companyName(Division city, String trade) {
        var place = city.name().substring(0, city.name().length() - 1);
        while (true) {
            var name = place + words.word("syllable", random) + words.word("syllable", random) + trade;
            if (taken.add(name)) {
                return name;
            }
        }
    }

    private void address(ObjectNode answers, Division county, List<String> streets) {
        var place = words.word("place", random)
                .replace("{n}", Integer.toString(1 + random.nextInt(288)))
                .replace("{room}", Integer.toString((1 + random.nextInt(18)) * 100 + 1 + random.nextInt(12)));
        answers.putObject("address")
                .put("county", county.code().value())
                .put("street", streets.isEmpty() ? county.name() : streets.get(random.nextInt(streets.size())))
                .put("place", place)
                .put("right", "own");
    }

    private static void holder(ObjectNode holder, String name, String number, int capital, int share) {
        person(holder.put("kind", "person"), name, number)
                .put("amount", capital * share / 100)
                .put("share", share)
                .put("form", "money");
    }

    private static void officers(
            ObjectNode answers, String founder, String partner, List<String> numbers, String mobile) {
        var officers = answers.putObject("officers");
        person(officers.putObject("representative"), founder, numbers.getFirst())
                .put("mobile", mobile)
                .put("post", "director-manager");
        person(officers.putArray("directors").addObject(), founder, numbers.getFirst());
        officers.put("withSupervisors", true);
        person(officers.putArray("supervisors").addObject(), partner, numbers.getLast());
    }

    private static ObjectNode person(ObjectNode person, String name, String number) {
        return person.put("name", name).put("number", number);
    }

    // GB 11643 keeps the sequence numbers 996 to 999 for people over a hundred: with a recent birthday they belong to
    // nobody.
    private String citizenNumber(Division county) {
        var digits = county.code().value()
                + "%04d%02d%02d".formatted(1965 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28))
                + (996 + random.nextInt(4));
        var sum = 0;
        for (var at = 0; at < WEIGHTS.length; at++) {
            sum += (digits.charAt(at) - '0') * WEIGHTS[at];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
