/// Buying together: the routes, the thresholds of the law, what others did.
@NullMarked
package courant.platform.purchasing;

import org.jspecify.annotations.NullMarked;
