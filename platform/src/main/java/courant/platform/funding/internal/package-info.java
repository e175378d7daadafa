@NullMarked
package courant.platform.funding.internal;

import org.jspecify.annotations.NullMarked;
