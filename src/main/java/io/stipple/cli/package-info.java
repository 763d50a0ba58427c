/** What was typed becomes a validated request, and what came of it an exit code. */
@NullMarked
package io.stipple.cli;

import org.jspecify.annotations.NullMarked;
