package io.stipple.phantom;

/**
 * The light on the head in one photo: a broad lamp and the room's own light.
 *
 * @param towardsLamp unit direction to the lamp, head frame
 * @param up unit direction that the room's light comes from, head frame
 */
record Light(Vec towardsLamp, Vec up) {
    private static final double LAMP = 0.58;
    private static final double ROOM = 0.46;
    private static final double ROOM_TILT = 0.12;
    // Light wraps a little round the terminator: skin scatters and lamps are broad.
    private static final double WRAP = 0.2;

    /** A lamp above and to the side of the camera, swung about an axis in the image plane, and light from the ceiling. */
    static Light swung(Camera camera, double swingRad, double axisTurnRad) {
        Vec rest = new Vec(0.42, -0.5, -0.76).unit();
        Vec axis = new Vec(Math.cos(axisTurnRad), Math.sin(axisTurnRad), 0);
        Vec swung = rest.times(Math.cos(swingRad))
                .plus(axis.cross(rest).times(Math.sin(swingRad)))
                .plus(axis.times(axis.dot(rest) * (1 - Math.cos(swingRad))));
        Vec up = new Vec(-0.25, -0.75, -0.6).unit();
        return new Light(camera.directionInHead(swung), camera.directionInHead(up));
    }

    /** Light falling on skin of this normal, 1 where it faces lamp and room. */
    double diffuse(Vec normal) {
        double lamp = Math.max(0, (normal.dot(towardsLamp) + WRAP) / (1 + WRAP));
        return LAMP * lamp + ROOM + ROOM_TILT * normal.dot(up);
    }

    /** How the diffuse light changes per unit of slope of the skin's relief along a tangent. */
    double slope(Vec tangent) {
        return LAMP * tangent.dot(towardsLamp) / (1 + WRAP) + ROOM_TILT * tangent.dot(up);
    }

    /** Mirrored light (Blinn 1977) of oily skin: a broad lobe and a narrow one. */
    double gloss(Vec normal, Vec sight) {
        double towards = Math.max(0, normal.dot(towardsLamp.plus(sight).unit()));
        double sheen = Math.max(0, normal.dot(up.plus(sight).unit()));
        return 0.045 * Math.pow(towards, 18) + 0.075 * Math.pow(towards, 70) + 0.02 * Math.pow(sheen, 12);
    }
}
