package io.stipple.cohort;

/**
 * How much of a region's last healed density stood after a session.
 *
 * @param client pseudonym
 * @param finished whether the last healed density is the result
 * @param session after which
 * @param pct of the last healed density, %
 */
record ReachedShare(String client, boolean finished, int session, double pct) {}
