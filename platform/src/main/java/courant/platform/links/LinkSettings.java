package courant.platform.links;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How addresses outside the site are asked.
///
/// @param enabled whether this instance asks at all: off until whoever runs it says that it has a network outside
/// @param privateAddresses whether addresses of private networks may be asked, for tests alone
/// @param timeout longest wait for one answer
/// @param pause between two requests to one server
/// @param most addresses asked in one run
/// @param again age after which an answer is asked anew
@ConfigurationProperties("courant.links")
record LinkSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("false") boolean privateAddresses,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("2s") Duration pause,
        @DefaultValue("500") int most,
        @DefaultValue("6d") Duration again) {}
