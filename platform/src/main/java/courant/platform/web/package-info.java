/// What every page shares: layout, assets, words, headers, errors. It knows no other module.
@NullMarked
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package courant.platform.web;

import org.jspecify.annotations.NullMarked;
