@NullMarked
package courant.platform.editorial.internal;

import org.jspecify.annotations.NullMarked;
