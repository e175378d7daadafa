package courant.e2e;

import com.microsoft.playwright.options.ColorScheme;

/// What a person looks at: a telephone or a desk screen, by day or by night.
enum Screen {
    NARROW_LIGHT(320, 800, ColorScheme.LIGHT, true),
    WIDE_LIGHT(1280, 900, ColorScheme.LIGHT, true),
    WIDE_DARK(1280, 900, ColorScheme.DARK, true),
    WITHOUT_SCRIPT(1280, 900, ColorScheme.LIGHT, false);

    final int width;
    final int height;
    final ColorScheme scheme;
    final boolean runsScripts;

    Screen(int width, int height, ColorScheme scheme, boolean runsScripts) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
        this.runsScripts = runsScripts;
    }
}
