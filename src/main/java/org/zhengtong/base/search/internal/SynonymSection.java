package org.zhengtong.base.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;

/** The pack's synonyms: {@code search/synonyms.csv} with columns official and everyday (words parted by 、). */
@Component
class SynonymSection implements PackSection {
    private static final String FILE = "search/synonyms.csv";
    private static final int LONGEST = 30;

    private final SynonymStore store;

    SynonymSection(SynonymStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        read(pack, errors);
    }

    @Override
    public void apply(PackReader pack) {
        store.replace(read(pack, new PackErrors()));
    }

    private static List<List<String>> read(PackReader pack, PackErrors errors) {
        var groups = new ArrayList<List<String>>();
        pack.find(FILE)
                .ifPresent(file -> file.eachRow(errors, row -> {
                    var official = row.require("official", errors);
                    var everyday = row.require("everyday", errors);
                    if (official.isPresent() && everyday.isPresent()) {
                        var group = Stream.concat(
                                        official.stream(),
                                        Stream.of(everyday.get().split("\u3001", -1)))
                                .map(String::strip)
                                .toList();
                        group.stream()
                                .filter(word -> word.isEmpty() || word.length() > LONGEST)
                                .forEach(word -> errors.add(row, "search.pack.word_length", word, LONGEST));
                        groups.add(group);
                    }
                }));
        return groups;
    }
}
