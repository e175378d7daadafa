package courant.platform.web;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/// Addresses of style sheets, scripts and pictures; each carries a hash of its content, so that a browser may keep it.
@Component
public class Assets {
    private final ResourceUrlProvider addresses;

    Assets(ResourceUrlProvider addresses) {
        this.addresses = addresses;
    }

    /// @throws IllegalArgumentException when there is no such file, which no released page does
    public String address(String name) {
        String address = addresses.getForLookupPath("/actifs/" + name);
        if (address == null) {
            throw new IllegalArgumentException("No asset is called %s.".formatted(name));
        }
        return address;
    }
}
