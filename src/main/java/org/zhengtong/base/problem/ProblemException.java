package org.zhengtong.base.problem;

import java.util.List;

/** A failure that the caller cannot mend; the page or the API answers with its code, status and text. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemCode problem;
    private final transient List<Object> details;

    /** Fails with {@code problem}; {@code details} fill the places {0}, {1}… of its text and must hold no personal data. */
    public ProblemException(ProblemCode problem, Object... details) {
        super(problem.code());
        this.problem = problem;
        this.details = List.of(details);
    }

    /** What failed. */
    public ProblemCode problem() {
        return problem;
    }

    /** Values for the places of the text, in order. */
    public List<Object> details() {
        return details;
    }
}
