/// The web application: one package per domain, each a module of its own (Spring Modulith holds the borders).
@NullMarked
package courant.platform;

import org.jspecify.annotations.NullMarked;
