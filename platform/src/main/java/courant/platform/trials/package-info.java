/// Try-outs of vehicles: the protocol and its log sheet.
@NullMarked
package courant.platform.trials;

import org.jspecify.annotations.NullMarked;
