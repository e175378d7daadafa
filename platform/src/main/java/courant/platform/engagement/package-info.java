/// A council's commitment: from the draft of its resolution to its publication, its yearly renewal and its withdrawal.
@NullMarked
package courant.platform.engagement;

import org.jspecify.annotations.NullMarked;
