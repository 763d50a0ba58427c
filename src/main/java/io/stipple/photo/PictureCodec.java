package io.stipple.photo;

import java.io.IOException;

/** Reads one file format. What a file is refused for is the message of the exception: a sentence without full stop. */
interface PictureCodec {
    /**
     * What the file says of its picture, without decoding a pixel and at a cost that the file cannot inflate.
     *
     * @throws IOException when the file is damaged or of a kind that is not read
     */
    Header header(byte[] file) throws IOException;

    /**
     * The pixels, handed over to the caller.
     *
     * @param header that {@link #header} gave for this file, its size found acceptable
     * @throws IOException when the file is damaged: half a picture is none
     */
    CodedPicture decode(byte[] file, Header header) throws IOException;

    /**
     * What is known before decoding.
     *
     * @param widthPx as stored
     * @param heightPx as stored
     * @param bitsPerChannel as stored
     * @param colour what the channel values mean
     * @param turned whether decoding already turns the picture upright, so that EXIF must not turn it again
     */
    record Header(int widthPx, int heightPx, int bitsPerChannel, ColourTag colour, boolean turned) {
        public Header {
            if (widthPx < 1 || heightPx < 1) {
                throw new IllegalArgumentException("it is " + widthPx + " x " + heightPx + " px large");
            }
        }
    }
}
