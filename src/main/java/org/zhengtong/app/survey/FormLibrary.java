package org.zhengtong.app.survey;

import java.util.List;
import java.util.Optional;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.schema.FormSchema;

/** The library of forms (表单库), with all their versions. */
public interface FormLibrary {
    /** Permission to publish new versions. */
    String PUBLISH_FORM = "survey.publish_form";

    /** The forms in force whose title, description or category contains the text; "" finds all. */
    List<LibraryForm> search(String text);

    /** The version in force. */
    Optional<LibraryForm> find(String key);

    /** All versions, the latest first. */
    List<LibraryForm> versions(String key);

    /** A version, ready to be filled in. */
    FormSchema form(String key, int number);

    /** Publishes a new text of a form; one with faults is refused with all of them, and one that changes nothing changes nothing. */
    PublishOutcome publish(String key, String text, CurrentUser by);
}
