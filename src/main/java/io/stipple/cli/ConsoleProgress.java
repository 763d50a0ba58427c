package io.stipple.cli;

import io.stipple.pipeline.Progress;
import java.io.Console;
import java.io.PrintWriter;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress on standard error: a bar where a person watches, a line a step where a file does. */
final class ConsoleProgress implements Progress {
    private final PrintWriter err;
    private final boolean watched;
    private @Nullable ProgressBar bar;
    private int steps;
    private int done;
    private long begunNs;

    private ConsoleProgress(PrintWriter err, boolean watched) {
        this.err = err;
        this.watched = watched;
    }

    static Progress on(PrintWriter err, boolean quiet) {
        return quiet ? Progress.silent() : new ConsoleProgress(err, isTerminal(System.console()));
    }

    @Override
    public void begin(String job, int jobSteps) {
        steps = jobSteps;
        done = 0;
        begunNs = System.nanoTime();
        if (watched) {
            bar = new ProgressBarBuilder()
                    .setTaskName(job)
                    .setInitialMax(jobSteps)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build();
        }
    }

    @Override
    public void step(String what) {
        done++;
        if (bar != null) {
            bar.stepTo(done - 1L);
            bar.setExtraMessage(what);
        } else {
            err.println("[" + done + "/" + steps + "] " + what + timeLeft());
        }
    }

    /** As long as the steps so far took on average; said where it is minutes, and not before one step is over. */
    private String timeLeft() {
        double minutesEach = done < 2 ? 0 : (System.nanoTime() - begunNs) / 60e9 / (done - 1);
        long minutes = Math.round(minutesEach * (steps - done + 1));
        return minutes < 1 ? "" : ", about " + minutes + " min left";
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.stepTo(done);
            bar.setExtraMessage("");
            bar.close();
            bar = null;
        }
    }

    // From JDK 22 on there is a console even where output goes to a file; only its own word tells.
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
