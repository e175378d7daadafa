@NullMarked
package courant.platform.engagement.internal;

import org.jspecify.annotations.NullMarked;
