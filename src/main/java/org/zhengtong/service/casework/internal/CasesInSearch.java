package org.zhengtong.service.casework.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.search.ChangeFeed;
import org.zhengtong.base.search.SearchDocument;
import org.zhengtong.base.search.SearchSource;
import org.zhengtong.service.casework.CaseSearchKeys;
import org.zhengtong.service.casework.internal.CaseDocumentStore.CaseRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases for the staff that may see them: number, applicant, item, and what the application says. */
@Component
class CasesInSearch implements SearchSource, ChangeFeed {
    private static final int LONGEST_ANSWER = 2_000;

    /** Numbers of people, phones and accounts are not for looking around in. */
    private static final Pattern PRIVATE = Pattern.compile(".*[0-9]{7}.*", Pattern.DOTALL);

    private static final Pattern SPOKEN = Pattern.compile(".*\\p{IsHan}.*", Pattern.DOTALL);

    private final CaseDocumentStore store;
    private final CaseAccess access;
    private final JsonMapper json;
    private final Clock clock;

    CasesInSearch(CaseDocumentStore store, CaseAccess access, JsonMapper json, Clock clock) {
        this.store = store;
        this.access = access;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return CaseSearchKeys.CASE;
    }

    @Override
    public List<String> facets() {
        return List.of(CaseSearchKeys.DEPARTMENT, CaseSearchKeys.STATE, CaseSearchKeys.YEAR);
    }

    @Override
    public long count() {
        return store.about("casework.case_file");
    }

    @Override
    public List<String> keysAfter(String key, int most) {
        return store.casesAfter(key.isEmpty() ? 0 : Long.parseLong(key), most);
    }

    @Override
    public List<SearchDocument> read(Collection<String> keys) {
        return store.cases(keys.stream().map(Long::valueOf).toList()).stream()
                .map(this::document)
                .toList();
    }

    @Override
    public Set<String> passesOf(@Nullable CurrentUser reader) {
        return access.passesOf(reader);
    }

    private SearchDocument document(CaseRow row) {
        var number = CaseKey.number(row.id()).value();
        var words = new LinkedHashSet<String>();
        words.add(row.contact());
        addAnswers(json.readTree(row.answers()), words);
        return new SearchDocument(
                String.valueOf(row.id()),
                row.applicant() + " " + row.itemName(),
                String.join(" ", words),
                codes(number, row),
                facets(row),
                CaseAccess.readersOf(row),
                0,
                row.filedAt());
    }

    /** The number as it is written, and as people type it who leave the dashes out. */
    private static Set<String> codes(String number, CaseRow row) {
        var codes = new HashSet<String>();
        codes.add(number.replace("-", ""));
        codes.addAll(List.of(number.split("-", -1)));
        if (row.result() != null) {
            codes.add(row.result());
        }
        return codes;
    }

    Map<String, Set<String>> facets(CaseRow row) {
        return Map.of(
                CaseSearchKeys.NUMBER,
                Set.of(CaseKey.number(row.id()).value()),
                CaseSearchKeys.DEPARTMENT,
                Set.of(row.leadDepartment()),
                CaseSearchKeys.STATE,
                Set.of(row.state()),
                CaseSearchKeys.YEAR,
                Set.of(String.valueOf(row.filedAt().atZone(clock.getZone()).getYear())));
    }

    private static void addAnswers(JsonNode answers, Set<String> words) {
        if (answers.has("file")) {
            return; // files are found as files
        }
        for (var answer : answers) {
            if (answer.isContainer()) {
                addAnswers(answer, words);
            } else if (answer.isString()) {
                var text = answer.asString();
                if (text.length() <= LONGEST_ANSWER
                        && SPOKEN.matcher(text).matches()
                        && !PRIVATE.matcher(text).matches()) {
                    words.add(text);
                }
            }
        }
    }

    @Override
    public List<ChangeFeed> feeds() {
        return List.of(this);
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public long latest() {
        return store.latestEvent();
    }

    @Override
    public Page after(long position, int most) {
        return store.casesChangedAfter(position, most);
    }
}
