package io.stipple.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Seeds as typed: {@code 7}, {@code 1-10} or {@code 1-5,8,11-12}.
 *
 * @param seeds in the order typed
 */
record SeedList(List<Long> seeds) {
    /** More than any study can render; a slip of the finger is told before it fills the memory. */
    private static final long MOST = 10_000;

    SeedList {
        seeds = List.copyOf(seeds);
    }

    static SeedList parse(String typed) {
        List<Long> seeds = new ArrayList<>();
        for (String part : typed.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            long first = number(ends[0], typed);
            long last = ends.length == 1 ? first : number(ends[1], typed);
            if (ends.length > 2 || last < first || last - first >= MOST) {
                throw unreadable(typed);
            }
            for (long seed = first; seed <= last; seed++) {
                seeds.add(seed);
            }
        }
        return new SeedList(seeds);
    }

    private static long number(String digits, String typed) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw unreadable(typed);
        }
    }

    private static TypeConversionException unreadable(String typed) {
        return new TypeConversionException("'" + typed + "' is neither seeds nor ranges of seeds, such as 1-10,12");
    }

    static final class Converter implements ITypeConverter<SeedList> {
        @Override
        public SeedList convert(String typed) {
            return parse(typed);
        }
    }
}
