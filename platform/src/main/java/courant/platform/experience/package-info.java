/// What others measured, and the form of a report.
@NullMarked
package courant.platform.experience;

import org.jspecify.annotations.NullMarked;
