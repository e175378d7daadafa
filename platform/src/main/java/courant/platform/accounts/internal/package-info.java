@NullMarked
package courant.platform.accounts.internal;

import org.jspecify.annotations.NullMarked;
