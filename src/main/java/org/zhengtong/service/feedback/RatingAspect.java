package org.zhengtong.service.feedback;

import java.util.Arrays;
import java.util.List;
import org.zhengtong.service.casework.Channel;

/** What a rating may be about (评价指标); they differ between the web and the counter. */
public enum RatingAspect {
    ONLINE_SPEED(Channel.ONLINE),
    GUIDE_ACCURACY(Channel.ONLINE),
    CONVENIENCE(Channel.ONLINE),
    OPERATION(Channel.ONLINE),
    WINDOW_SPEED(Channel.WINDOW),
    COMPETENCE(Channel.WINDOW),
    ATTITUDE(Channel.WINDOW),
    ONE_VISIT(Channel.WINDOW);

    private final Channel channel;

    RatingAspect(Channel channel) {
        this.channel = channel;
    }

    /** The aspects that fit how the application came in. */
    public static List<RatingAspect> of(Channel channel) {
        return Arrays.stream(values())
                .filter(aspect -> aspect.channel == channel)
                .toList();
    }
}
