package io.stipple.cohort;

import io.stipple.model.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups of one factor against what chance alone does.
 *
 * @param factor such as {@code practitioner}
 * @param target mean of all clients, %; null where there are too few
 * @param sd of the clients' means, percentage points; null with it
 * @param clients behind both
 * @param points a group each
 * @param reason why there are none, else empty
 */
public record Funnel(
        String factor,
        @Nullable Double target,
        @Nullable Double sd,
        int clients,
        List<FunnelPoint> points,
        String reason) {
    public Funnel {
        points = List.copyOf(points);
    }

    /**
     * A group in a funnel.
     *
     * @param group such as {@code P1}
     * @param clients of the group
     * @param mean of its clients' means, %
     * @param limits95 the 95 % control limits at so many clients, %
     * @param limits998 the 99.8 % control limits, %
     * @param place among them
     */
    public record FunnelPoint(
            String group, int clients, double mean, Interval limits95, Interval limits998, FunnelPlace place) {}

    /** Where a group lies in a funnel. */
    public enum FunnelPlace {
        /** As chance alone does. */
        INSIDE,
        /** One in twenty groups lies there by chance alone. */
        OUTSIDE_95,
        /** One in five hundred groups lies there by chance alone: look at it. */
        OUTSIDE_998
    }
}
