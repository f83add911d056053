package org.zhengtong.service.license;

import java.util.List;
import java.util.Set;

/** The kinds of licences the pack knows. */
public interface LicenseTypes {

    /** All of them, by title. */
    List<Kind> list();

    /**
     * A kind of licence.
     *
     * @param answers JSON pointers of the answers that its sheet shows
     */
    record Kind(String key, String title, Set<String> answers) {
        public Kind {
            answers = Set.copyOf(answers);
        }
    }
}
