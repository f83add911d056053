package org.zhengtong.app.hall.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.Drafts;
import org.zhengtong.service.casework.FilingOutcome;
import org.zhengtong.service.casework.Procedures;

/** Hands a draft in. */
@Component
public class FilingDesk {

    private final Drafts drafts;
    private final Cases cases;
    private final Procedures procedures;
    private final Departments departments;
    private final Divisions divisions;

    FilingDesk(Drafts drafts, Cases cases, Procedures procedures, Departments departments, Divisions divisions) {
        this.drafts = drafts;
        this.cases = cases;
        this.procedures = procedures;
        this.departments = departments;
        this.divisions = divisions;
    }

    /** Files the draft without the hall's notes; twice the same draft is one case. */
    public FilingOutcome file(OpenDraft open, CurrentUser by) {
        if (!open.notes().equals(DraftNotes.NONE)) {
            drafts.save(open.id(), open.draft().version(), open.answers(), by);
        }
        return cases.file(open.id(), by);
    }

    /** Short names of the departments that will see the answers, in the order of the procedure. */
    public List<String> departments(OpenDraft open) {
        return chosen(open).stream()
                .flatMap(chosen -> chosen.steps().stream())
                .map(Block.Step::department)
                .flatMap(slug -> nearest(slug, open.draft().division()).stream())
                .map(Department::shortName)
                .distinct()
                .toList();
    }

    /** What the answers come to: steps, a commitment instead of materials, materials that follow. */
    public Optional<Procedures.Chosen> chosen(OpenDraft open) {
        return procedures
                .findByItem(open.draft().itemCode())
                .map(procedure -> procedures.chosen(procedure, open.answers()));
    }

    private Optional<Department> nearest(String slug, DivisionCode division) {
        if (slug.indexOf('.') > 0) {
            return departments.find(new DepartmentId(slug));
        }
        return divisions.path(division).reversed().stream()
                .flatMap(place -> departments.find(DepartmentId.of(place.code(), slug)).stream())
                .findFirst();
    }
}
