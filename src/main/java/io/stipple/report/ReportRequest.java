package io.stipple.report;

/**
 * What to write from a finished record.
 *
 * @param page {@code report.html} and the CSV files
 * @param pdf {@code report.pdf}
 * @param share {@code share.html}, which needs the client's consent
 * @param dates whether {@code share.html} tells them
 */
public record ReportRequest(boolean page, boolean pdf, boolean share, boolean dates) {
    /** All that {@code stipple analyze} writes. */
    public static final ReportRequest PAGE = new ReportRequest(true, false, false, false);
}
