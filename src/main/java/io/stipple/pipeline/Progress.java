package io.stipple.pipeline;

/** Hears how far a long job has come. Called from one thread at a time. */
public interface Progress {
    /** A job of {@code steps} equal steps begins. */
    void begin(String job, int steps);

    /** The next step begins; {@code what} names it, such as {@code top, session-1}. */
    void step(String what);

    /** The job is done, or given up. */
    void end();

    /** Hears nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void begin(String job, int steps) {}

            @Override
            public void step(String what) {}

            @Override
            public void end() {}
        };
    }
}
