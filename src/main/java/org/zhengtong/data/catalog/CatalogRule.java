package org.zhengtong.data.catalog;

/** What must hold of a catalog entry (编制指南; what goes wrong when departments fill in catalogs). */
public enum CatalogRule {
    NAME_MISSING,
    NAME_TOO_LONG,
    /** The name of a system in the place of the data's. */
    NAME_IS_A_SYSTEM(false),
    /** Same name and provider once blanks, full-width forms and punctuation are set aside. */
    NAME_TAKEN,
    /** A number at the end that spreadsheets count up when a cell is dragged. */
    NAME_COUNTED_UP(false),
    /** The same name twice in one file. */
    NAME_TWICE_IN_FILE,
    PROVIDER_MISSING,
    /** A department for which the sender may not compile. */
    PROVIDER_BEYOND,
    PROVIDER_UNKNOWN(false),
    PROVIDER_CODE_MISSING,
    PROVIDER_CODE_WRONG,
    SUMMARY_MISSING,
    /** The abstract repeats the name. */
    SUMMARY_SAYS_NOTHING,
    CLASS_MISSING,
    CLASS_UNKNOWN,
    /** A code ends before the category (目). */
    CLASS_TOO_SHORT,
    /** The class of a published resource is part of its code. */
    CLASS_FIXED,
    FORMAT_MISSING,
    FORMAT_UNKNOWN,
    ITEMS_MISSING,
    ITEM_NAME_MISSING,
    ITEM_TWICE,
    ITEM_TYPE_UNKNOWN,
    ITEM_LENGTH_WRONG,
    ITEM_SHARING_MISSING,
    /** An item is shared more widely than its resource. */
    ITEM_BEYOND_RESOURCE,
    /** An item about persons is open to everybody. */
    ITEM_PERSONAL_OPEN,
    SHARING_MISSING,
    SHARING_UNKNOWN,
    CONDITION_MISSING,
    BASIS_MISSING,
    /** Basic registers are shared unconditionally between departments (国发〔2016〕51号 第十条). */
    BASIC_WITHHELD(false),
    MODE_MISSING,
    MODE_UNKNOWN,
    /** Files are shared as files, databases as databases or by interface. */
    MODE_UNFIT,
    OPENNESS_MISSING,
    OPENNESS_UNKNOWN,
    OPEN_CONDITION_MISSING,
    /** Data that is not shared between departments is open to everybody. */
    OPEN_BEYOND_SHARING,
    CYCLE_MISSING,
    CYCLE_UNKNOWN,
    DATE_WRONG,
    DATE_IN_FUTURE,
    NUMBER_WRONG,
    YES_NO_WRONG,
    TEXT_TOO_LONG,
    RELATED_WRONG,
    RELATED_UNKNOWN(false),
    DIVISION_WRONG,
    DOMAIN_MISSING(false),
    DOMAIN_UNKNOWN(false),
    SENSITIVITY_UNKNOWN(false),
    EXTERNAL_ID_ODD(false),
    RECORDS_DIFFER(false),
    EXTENSION_MISSING,
    EXTENSION_WRONG,
    /** Dates in stored rows before 1900 or after today. */
    ROWS_DATE_IMPOSSIBLE(false),
    /** Rows that are there twice. */
    ROWS_TWICE(false),
    /** Cells without a value. */
    ROWS_EMPTY(false),
    /** A draft sent back without saying what to mend. */
    NOTE_MISSING,
    /** A retirement without a reason. */
    REASON_MISSING;

    private final boolean blocking;

    CatalogRule() {
        this(true);
    }

    CatalogRule(boolean blocking) {
        this.blocking = blocking;
    }

    /** Whether nothing may be filed that breaks it; the others are shown only. */
    public boolean blocking() {
        return blocking;
    }
}
