package org.zhengtong.app.hall.web.progress;

import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.service.casework.CaseFile;

/** What the applicant handed in. */
public record ApplicationPage(CaseFile file, AnswersView answers) {}
