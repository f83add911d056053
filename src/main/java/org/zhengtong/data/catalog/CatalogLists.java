package org.zhengtong.data.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Code lists, classes and regional additions of the catalog, as the pack brought them; answered from memory. */
public interface CatalogLists {

    String CLASS = "class";
    String FORMAT = "format";
    String SHARING_MODE = "sharing_mode";
    String UPDATE_CYCLE = "update_cycle";
    String DOMAIN = "domain";
    String DATA_TYPE = "data_type";
    String SENSITIVITY = "sensitivity";

    /** The entries of a list that are valid today, in order. */
    List<Entry> entries(String list);

    /** An entry, also one that is no longer valid. */
    Optional<Entry> find(String list, String code);

    /** What an entry is called; the code itself when nobody knows it. */
    String name(String list, String code, Locale language);

    /** What a region and those above it ask for beyond the nation's groups, in order. */
    List<ExtensionField> extensionFields(String division);

    /** Within how many working days departments of a division get their review, and by which rule. */
    ReviewLimit reviewLimit(String division);

    /**
     * One code of a list.
     *
     * @param fits codes of the parent list it goes with; empty goes with all
     */
    record Entry(String list, String code, String name, String nameEn, String parent, List<String> fits) {
        public Entry {
            fits = List.copyOf(fits);
        }

        /** The name in the reader's language. */
        public String name(Locale language) {
            return language.getLanguage().equals("en") && !nameEn.isEmpty() ? nameEn : name;
        }
    }

    /** One more thing that a region wants to know of each resource. */
    record ExtensionField(
            String division,
            String key,
            String name,
            String nameEn,
            Kind kind,
            boolean required,
            List<String> options,
            String basis) {
        public ExtensionField {
            options = List.copyOf(options);
        }

        /** What may stand in it. */
        public enum Kind {
            TEXT,
            NUMBER,
            DATE,
            CHOICE
        }

        /** The name in the reader's language. */
        public String name(Locale language) {
            return language.getLanguage().equals("en") && !nameEn.isEmpty() ? nameEn : name;
        }
    }

    /** A limit of working days and where it is written. */
    record ReviewLimit(int workingDays, String basis) {}
}
