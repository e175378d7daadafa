/// The one PostgreSQL: our own or one that a URL names, its migrations, and the role under which the application works.
@NullMarked
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package courant.platform.database;

import org.jspecify.annotations.NullMarked;
