package org.zhengtong.app.hall.web.progress;

import java.util.ArrayList;
import java.util.List;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.license.License;

/** What all departments of a bundle (一件事) leave in the applicant's hands, told together once everything is there. */
final class BundleResults {

    private BundleResults() {}

    static List<ProgressPage.Result> of(CaseView view, List<License> issued) {
        var bundle = view.lanes().stream().anyMatch(lane -> lane.own().license() != null);
        if (view.file().state() != CaseState.DELIVERED || !bundle) {
            return List.of();
        }
        var results = new ArrayList<ProgressPage.Result>();
        var whole = view.file().licenseType();
        issued.stream()
                .filter(license -> license.type().equals(whole))
                .map(license -> result(license.title(), license.issuerName(), null, license))
                .forEach(results::add);
        view.lanes().stream()
                .filter(lane -> lane.decision() instanceof Decision.Granted)
                .filter(lane -> whole == null || !lane.lead())
                .map(lane -> result(lane, issued))
                .forEach(results::add);
        return List.copyOf(results);
    }

    private static ProgressPage.Result result(CaseView.Lane lane, List<License> issued) {
        var item = lane.own().item() == null ? null : lane.own().item().value();
        return issued.stream()
                .filter(license -> license.type().equals(lane.own().license()))
                .findFirst()
                .map(license -> result(license.title(), lane.departmentName(), item, license))
                .orElseGet(() -> new ProgressPage.Result(lane.title(), lane.departmentName(), item, null, false));
    }

    private static ProgressPage.Result result(
            String title, String department, @org.jspecify.annotations.Nullable String item, License license) {
        return new ProgressPage.Result(
                title, department, item, license.identifier().value(), license.ofd() != null);
    }
}
