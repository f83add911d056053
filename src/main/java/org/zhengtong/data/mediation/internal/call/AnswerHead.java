package org.zhengtong.data.mediation.internal.call;

import java.util.List;
import java.util.SortedMap;
import org.zhengtong.data.mediation.Mediation.Answer;

/**
 * What an answer between nodes says before its body.
 *
 * @param status what the provider's system answered; 0 when it did not
 * @param fault code of the problem; empty when there was none
 * @param args values for the places of its text
 */
record AnswerHead(int status, SortedMap<String, String> headers, String fault, List<String> args) {

    private static final int MOST_ARGS = 5;
    private static final int LONGEST_ARG = 200;

    @SuppressWarnings("ConstantValue") // a foreign text may leave out anything
    AnswerHead {
        if (fault == null
                || headers == null
                || args == null
                || args.size() > MOST_ARGS
                || args.stream().anyMatch(each -> each == null || each.length() > LONGEST_ARG)
                || fault.isEmpty() != (status >= 200 && status <= 599)) {
            throw new IllegalArgumentException("Not the head of an answer");
        }
        headers = CallHead.passed(headers, Answer.PASSED);
        args = List.copyOf(args);
    }
}
