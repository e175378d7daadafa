/// The trail of every change: who, what, when, chained so that a removed or altered event shows.
@NullMarked
package courant.platform.audit;

import org.jspecify.annotations.NullMarked;
