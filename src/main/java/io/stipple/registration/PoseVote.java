package io.stipple.registration;

import java.util.List;

/**
 * The pose that most matches agree on: each match, with its zoom and turn, proposes a similarity, and the others vote
 * (Lowe 2004, section 7.3, with one match for a bin of the Hough table).
 *
 * <p>One match makes a hypothesis where a homography needs four: so it stands when 2 % of the matches are right. A mirror
 * image has no such similarity.
 */
final class PoseVote {
    private final StartSettings settings;
    private final double pxPerMm;

    /** @param pxPerMm nominal scale of the reference */
    PoseVote(StartSettings settings, double pxPerMm) {
        this.settings = settings;
        this.pxPerMm = pxPerMm;
    }

    /** The matches that agree with the best pose. */
    List<Match> winners(List<Match> matches) {
        boolean[] best = new boolean[matches.size()];
        int most = 0;
        for (Match proposal : matches) {
            boolean[] voters = voters(proposal, matches);
            int votes = count(voters);
            if (votes > most) {
                most = votes;
                best = voters;
            }
        }
        boolean[] chosen = best;
        return java.util.stream.IntStream.range(0, matches.size())
                .filter(k -> chosen[k])
                .mapToObj(matches::get)
                .toList();
    }

    private boolean[] voters(Match proposal, List<Match> matches) {
        double cos = proposal.zoom() * Math.cos(proposal.turnRad());
        double sin = proposal.zoom() * Math.sin(proposal.turnRad());
        double tolerance = settings.poseMm() * pxPerMm * proposal.zoom();
        double widest = Math.log(settings.poseZoom());
        boolean[] voters = new boolean[matches.size()];
        for (int k = 0; k < voters.length; k++) {
            Match match = matches.get(k);
            double dx = match.xRef() - proposal.xRef();
            double dy = match.yRef() - proposal.yRef();
            double x = proposal.xPhoto() + cos * dx - sin * dy;
            double y = proposal.yPhoto() + sin * dx + cos * dy;
            voters[k] = Math.hypot(match.xPhoto() - x, match.yPhoto() - y) < tolerance
                    && Math.abs(Match.wrapped(match.turnRad() - proposal.turnRad())) < settings.poseTurnRad()
                    && Math.abs(Math.log(match.zoom() / proposal.zoom())) < widest;
        }
        return voters;
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
