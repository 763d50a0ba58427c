package io.stipple.head;

/** What the surface behind a photo rests on, best first. */
public enum SurfaceKind {
    /** An ellipsoid whose silhouette is the head's whole rim. */
    ELLIPSOID,
    /** An ellipsoid from a part of the rim: the photo's edge cuts the rest off. */
    ELLIPSOID_FROM_ARC,
    /** A plane that faces the camera: too little of the rim is seen to tell the shape. */
    FLAT
}
