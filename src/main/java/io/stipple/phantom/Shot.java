package io.stipple.phantom;

/**
 * One photo's circumstances: camera and head, stretch of the skin, light, exposure, finish.
 *
 * @param view skin and camera
 * @param light on the head
 * @param gain exposure and white balance, red, green, blue
 * @param finish of the photo
 * @param hairMm mean length of the stubble
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside this room and is never compared
record Shot(SkinView view, Light light, double[] gain, PhotoFinish finish, double hairMm) {
    private static final double HALF_LENGTH_MM = 95;
    private static final double DIAGONAL_35_MM = 43.267;
    // Puts skin of type III a little above middle grey, as a phone exposes it.
    private static final double EXPOSURE = 1.05;

    /** The circumstances of one stage (0 is the reference) and repeat (1 is the first). */
    static Shot of(PhantomSettings s, HeadSurface head, CameraView cameraView, int stage, int repeat) {
        Dice dice = repeat == 1
                ? new Dice(s.seed(), "shot", cameraView.word(), stage)
                : new Dice(s.seed(), "shot", cameraView.word(), stage, repeat);
        Tier tier = s.tier();
        double share = stage == 0 && repeat == 1 ? 0 : 1;
        int width = 2 * (int) Math.round(Math.sqrt(s.megapixels() * 1e6 * 4 / 3) / 2);
        int height = 2 * (int) Math.round(width * 3 / 8.0);
        double focalPx = s.focalMm() / DIAGONAL_35_MM * Math.hypot(width, height);
        double halfAngle = Math.atan(s.fill() * Math.min(width, height) / 2 / focalPx);
        double distance = HALF_LENGTH_MM / Math.sin(halfAngle) * (1 + share * dice.swing(tier.distanceShare()));
        double yaw = Math.toRadians(share * dice.swing(tier.poseDeg()));
        double pitch = Math.toRadians(share * dice.swing(tier.poseDeg()));
        double roll = Math.toRadians(share * dice.swing(tier.rollDeg()));
        double aside = share * dice.swing(tier.distanceShare()) * 0.25 * distance;
        double along = share * dice.swing(tier.distanceShare()) * 0.2 * distance;
        Vec right = cameraView.right();
        Vec down = cameraView.down();
        Vec forward = cameraView.towardsCamera().times(-1);
        // Yaw about the photo's vertical, pitch about its horizontal, then roll.
        Vec yawRight = right.times(Math.cos(yaw)).plus(forward.times(Math.sin(yaw)));
        Vec yawForward = forward.times(Math.cos(yaw)).minus(right.times(Math.sin(yaw)));
        Vec pitchDown = down.times(Math.cos(pitch)).plus(yawForward.times(Math.sin(pitch)));
        Vec pitchForward = yawForward.times(Math.cos(pitch)).minus(down.times(Math.sin(pitch)));
        Vec rollRight = yawRight.times(Math.cos(roll)).plus(pitchDown.times(Math.sin(roll)));
        Vec rollDown = pitchDown.times(Math.cos(roll)).minus(yawRight.times(Math.sin(roll)));
        Camera camera = new Camera(
                width,
                height,
                focalPx,
                (width - 1) / 2.0,
                (height - 1) / 2.0,
                rollRight,
                rollDown,
                pitchForward,
                new Vec(aside, along, distance));
        SkinStretch stretch = new SkinStretch(
                head,
                share * tier.stretchMm() * dice.between(0.6, 1),
                new Dice(s.seed(), "stretch", cameraView.word(), stage, repeat));
        double ev = share * dice.swing(tier.exposureEv());
        double exposure = EXPOSURE * Math.pow(2, ev);
        double[] gain = {
            exposure * (1 + share * dice.swing(tier.whiteBalanceShare())),
            exposure,
            exposure * (1 + share * dice.swing(tier.whiteBalanceShare()))
        };
        Light light = light(camera, Math.toRadians(share * dice.swing(tier.lightSwingDeg())), dice.between(0, Math.PI));
        double blurScale = Math.sqrt(s.megapixels() / 12);
        PhotoFinish finish = PhotoFinish.of(dice, blurScale, s.photoNoise());
        return new Shot(new SkinView(head, stretch, camera), light, gain, finish, dice.between(0.25, 0.8));
    }

    /** A lamp above and to the side of the camera, swung about an axis in the image plane; fixed to the room. */
    private static Light light(Camera camera, double swing, double axisTurn) {
        Vec rest = new Vec(0.42, -0.5, -0.76).unit();
        Vec axis = new Vec(Math.cos(axisTurn), Math.sin(axisTurn), 0);
        Vec swung = rest.times(Math.cos(swing))
                .plus(axis.cross(rest).times(Math.sin(swing)))
                .plus(axis.times(axis.dot(rest) * (1 - Math.cos(swing))));
        Vec up = new Vec(-0.25, -0.75, -0.6).unit();
        return new Light(camera.directionInHead(swung), camera.directionInHead(up));
    }
}
