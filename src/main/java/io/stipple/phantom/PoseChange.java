package io.stipple.phantom;

/**
 * How the head stands before the camera, against the reference photo.
 *
 * @param yawRad turn about the photo's vertical
 * @param pitchRad turn about the photo's horizontal
 * @param rollRad turn in the photo's plane
 * @param distance factor on the reference's distance
 * @param aside shift to the right, as a share of the distance
 * @param along shift down, as a share of the distance
 */
record PoseChange(double yawRad, double pitchRad, double rollRad, double distance, double aside, double along) {
    static final PoseChange NONE = new PoseChange(0, 0, 0, 1, 0, 0);

    static PoseChange drawn(Tier tier, Dice dice) {
        return new PoseChange(
                Math.toRadians(dice.swing(tier.poseDeg())),
                Math.toRadians(dice.swing(tier.poseDeg())),
                Math.toRadians(dice.swing(tier.rollDeg())),
                1 + dice.swing(tier.distanceShare()),
                0.25 * dice.swing(tier.distanceShare()),
                0.2 * dice.swing(tier.distanceShare()));
    }

    /** The same, but shifted so that the frame cuts the head. */
    PoseChange shifted(double newAside, double newAlong) {
        return new PoseChange(yawRad, pitchRad, rollRad, distance, newAside, newAlong);
    }

    /** The camera that sees the head so. */
    Camera camera(CameraView view, FrameFormat format) {
        Vec right = view.right();
        Vec down = view.down();
        Vec forward = view.towardsCamera().times(-1);
        Vec yawRight = right.times(Math.cos(yawRad)).plus(forward.times(Math.sin(yawRad)));
        Vec yawForward = forward.times(Math.cos(yawRad)).minus(right.times(Math.sin(yawRad)));
        Vec pitchDown = down.times(Math.cos(pitchRad)).plus(yawForward.times(Math.sin(pitchRad)));
        Vec pitchForward = yawForward.times(Math.cos(pitchRad)).minus(down.times(Math.sin(pitchRad)));
        Vec rollRight = yawRight.times(Math.cos(rollRad)).plus(pitchDown.times(Math.sin(rollRad)));
        Vec rollDown = pitchDown.times(Math.cos(rollRad)).minus(yawRight.times(Math.sin(rollRad)));
        double distanceMm = format.distanceMm() * distance;
        return new Camera(
                format.widthPx(),
                format.heightPx(),
                format.focalPx(),
                (format.widthPx() - 1) / 2.0,
                (format.heightPx() - 1) / 2.0,
                rollRight,
                rollDown,
                pitchForward,
                new Vec(aside * format.distanceMm(), along * format.distanceMm(), distanceMm));
    }
}
