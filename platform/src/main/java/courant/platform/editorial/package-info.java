/// The texts of the site: pages, workstreams and news, written as Markdown and checked when the application starts.
@NullMarked
package courant.platform.editorial;

import org.jspecify.annotations.NullMarked;
