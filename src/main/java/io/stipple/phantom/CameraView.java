package io.stipple.phantom;

/** The views a practitioner takes: from where the camera looks at the head at rest. */
@SuppressWarnings("ImmutableEnumChecker") // records of doubles cannot change
enum CameraView {
    TOP("top", new Vec(0, -0.12, 1), new Vec(0, 1, 0), "up"),
    CROWN("crown", new Vec(0, -0.75, 0.75), new Vec(0, 1, 0.6), "up"),
    FRONT("front", new Vec(0, 0.9, 0.5), new Vec(0, 0, 1), "down"),
    BACK("back", new Vec(0, -1, 0.25), new Vec(0, 0, 1), "up"),
    LEFT("left", new Vec(-1, -0.05, 0.35), new Vec(0, 0, 1), "left"),
    RIGHT("right", new Vec(1, -0.05, 0.35), new Vec(0, 0, 1), "right");

    private final String word;
    private final Vec towardsCamera;
    private final Vec upInPhoto;
    private final String front;

    CameraView(String word, Vec towardsCamera, Vec upInPhoto, String front) {
        this.word = word;
        this.towardsCamera = towardsCamera.unit();
        this.upInPhoto = upInPhoto;
        this.front = front;
    }

    /** The contract's word, also the file's stem. */
    String word() {
        return word;
    }

    /** Where the forehead lies in the reference photo, in the contract's words. */
    String front() {
        return front;
    }

    /** Unit direction from the head's centre to the camera, head frame. */
    Vec towardsCamera() {
        return towardsCamera;
    }

    /** Unit direction in the head frame that points to the right of the photo. */
    Vec right() {
        return towardsCamera.times(-1).cross(upInPhoto).unit();
    }

    /** Unit direction in the head frame that points down in the photo. */
    Vec down() {
        return towardsCamera.times(-1).cross(right()).unit();
    }

    static CameraView named(String word) {
        for (CameraView view : values()) {
            if (view.word.equals(word)) {
                return view;
            }
        }
        throw new IllegalArgumentException(
                "no view is called " + word + "; there are top, crown, front, back, left, right");
    }
}
