/// What whoever runs this instance looks at: letters on their way, settings, health.
@NullMarked
package courant.platform.operations;

import org.jspecify.annotations.NullMarked;
