package io.stipple.tone;

/** A region shows too few pixels of plain skin to have a colour. */
public final class TooLittleSkinException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int skinPx;
    private final int neededPx;

    TooLittleSkinException(int skinPx, int neededPx) {
        super("the region shows " + skinPx + " px of plain skin, fewer than the " + neededPx
                + " px that a colour needs");
        this.skinPx = skinPx;
        this.neededPx = neededPx;
    }

    public int skinPx() {
        return skinPx;
    }

    public int neededPx() {
        return neededPx;
    }
}
