/// The grant programmes: what they pay, until when, and how sure that is.
@NullMarked
package courant.platform.funding;

import org.jspecify.annotations.NullMarked;
