package org.zhengtong.base.geo.web;

import java.util.List;
import java.util.stream.IntStream;
import org.zhengtong.base.geo.FeatureFault;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;

/** The form for a new layer, with what was wrong with its fields and with the features of its file. */
public record LayerFormPage(LayerForm form, List<String[]> faults, List<FeatureFault> features) {

    /** Faults of fields in the reader's language; the file has one when any of its features has. */
    public List<FieldFault> errors(Shell shell) {
        var errors = new java.util.ArrayList<>(faults.stream()
                .map(fault -> new FieldFault(fault[0], shell.say(fault[1])))
                .toList());
        if (!features.isEmpty()) {
            errors.add(new FieldFault("file", shell.say("geo.form.file.faults", features.size())));
        }
        return errors;
    }

    /** One feature's fault in words. */
    public static String said(Shell shell, FeatureFault fault) {
        return shell.say(fault.key(), fault.arguments().toArray());
    }

    /** Central meridians of the zones of 3 degrees that China lies in. */
    public static List<String> meridians() {
        return IntStream.rangeClosed(25, 45)
                .mapToObj(zone -> String.valueOf(zone * 3))
                .toList();
    }
}
