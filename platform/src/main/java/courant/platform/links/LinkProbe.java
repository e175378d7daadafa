package courant.platform.links;

import courant.platform.links.LinkState.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Asks one address: by HEAD, then by GET where HEAD is not answered; follows a few redirects, each looked at first.
///
/// An editor writes these addresses and a server outside may redirect anywhere, so neither may make us ask a machine of
/// our own network: right before each request the name is resolved, and refused when any of its addresses is not a
/// public one. The runtime keeps a resolved name for some seconds, so that the connection goes to the addresses that
/// were looked at; no proxy is used, which would resolve the name itself.
final class LinkProbe {
    private static final int MOST_HOPS = 5;
    private static final Set<Integer> FOR_GOOD = Set.of(301, 308);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> GUARDED = Set.of(401, 403, 406, 418, 429, 451);
    private static final Set<Integer> USUAL_PORTS = Set.of(-1, 80, 443);
    private static final Pattern SERVER = Pattern.compile("(?i)(https?://)([^/?#:@]+)(.*)");

    private final LinkSettings settings;
    private final Names names;
    private final Wire wire;
    private final Map<String, Instant> lastSent = new ConcurrentHashMap<>();

    /// @param agent how we present ourselves, with where to reach us
    LinkProbe(LinkSettings settings, String agent) {
        this(settings, InetAddress::getAllByName, wire(settings, agent));
    }

    LinkProbe(LinkSettings settings, Names names, Wire wire) {
        this.settings = settings;
        this.names = names;
        this.wire = wire;
    }

    /// Which addresses a name leads to.
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /// Sends a request that was found harmless.
    interface Wire {
        Reply send(URI at, String method) throws IOException, InterruptedException;
    }

    record Reply(int status, Optional<String> location) {}

    private static Wire wire(LinkSettings settings, String agent) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
        return (at, method) -> {
            HttpRequest request = HttpRequest.newBuilder(at)
                    .timeout(settings.timeout())
                    .header("User-Agent", agent)
                    .header("Accept", "text/html,*/*;q=0.8")
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            // The page itself is not read, however long it is.
            answer.body().close();
            return new Reply(answer.statusCode(), answer.headers().firstValue("Location"));
        };
    }

    /// @param status HTTP status, null when there was no answer
    /// @param movedTo where it has moved for good, empty when it has not
    record Answer(Outcome outcome, @Nullable Integer status, String movedTo) {}

    /// Leads where we do not ask.
    private static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// @throws InterruptedException when the application stops
    Answer ask(String address) throws InterruptedException {
        try {
            return follow(encoded(address));
        } catch (IllegalArgumentException malformed) {
            return new Answer(Outcome.BROKEN, null, "");
        } catch (RefusedException refused) {
            return new Answer(Outcome.REFUSED, null, "");
        } catch (IOException noAnswer) {
            return new Answer(Outcome.UNREACHABLE, null, "");
        }
    }

    /// As a browser sends it: accents and spaces of the path encoded, those of the name of the server too.
    private static URI encoded(String address) {
        String plain = address.strip().replace(" ", "%20");
        Matcher server = SERVER.matcher(plain);
        String ascii = server.matches() ? server.group(1) + name(server.group(2)) + server.group(3) : plain;
        return URI.create(URI.create(ascii).toASCIIString());
    }

    private static String name(String host) {
        return host.chars().allMatch(c -> c < 128) ? host : IDN.toASCII(host);
    }

    private Answer follow(URI first) throws IOException, InterruptedException {
        URI at = first;
        boolean forGood = true;
        String movedTo = "";
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            Reply reply = reply(at);
            int status = reply.status();
            if (!REDIRECTS.contains(status) || reply.location().isEmpty()) {
                return new Answer(outcome(status, movedTo), status, status < 300 ? movedTo : "");
            }
            try {
                at = at.resolve(encoded(reply.location().get()));
            } catch (IllegalArgumentException malformed) {
                // A browser may understand it all the same: a person has to look.
                return new Answer(Outcome.GUARDED, status, "");
            }
            forGood &= FOR_GOOD.contains(status);
            movedTo = forGood ? at.toString() : movedTo;
        }
        return new Answer(Outcome.BROKEN, null, "");
    }

    private static Outcome outcome(int status, String movedTo) {
        if (status >= 200 && status < 300) {
            return movedTo.isEmpty() ? Outcome.ANSWERS : Outcome.MOVED;
        }
        return GUARDED.contains(status) ? Outcome.GUARDED : Outcome.BROKEN;
    }

    /// Many servers refuse HEAD or answer it wrongly: what it says is believed only when the page is there.
    private Reply reply(URI at) throws IOException, InterruptedException {
        Reply head = send(at, "HEAD");
        return head.status() < 400 ? head : send(at, "GET");
    }

    private Reply send(URI at, String method) throws IOException, InterruptedException {
        pause(String.valueOf(at.getHost()));
        if (!isAllowed(at)) {
            throw new RefusedException();
        }
        return wire.send(at, method);
    }

    /// Between any two requests to one server, whatever they are for.
    private void pause(String host) throws InterruptedException {
        Instant last = lastSent.get(host);
        if (last != null) {
            long left = settings.pause()
                    .minus(Duration.between(last, Instant.now()))
                    .toMillis();
            Thread.sleep(Math.max(0, left));
        }
        Instant now = Instant.now();
        lastSent.values().removeIf(sent -> sent.plus(settings.pause()).isBefore(now));
        lastSent.put(host, now);
    }

    private boolean isAllowed(URI at) throws UnknownHostException {
        String scheme = String.valueOf(at.getScheme()).toLowerCase(Locale.ROOT);
        String host = at.getHost();
        if (!scheme.equals("http") && !scheme.equals("https") || host == null || at.getUserInfo() != null) {
            return false;
        }
        if (settings.privateAddresses()) {
            return true;
        }
        if (!USUAL_PORTS.contains(at.getPort())) {
            return false;
        }
        for (InetAddress address : names.of(host)) {
            if (!isPublic(address)) {
                return false;
            }
        }
        return true;
    }

    /// Whether an address belongs to the public internet: neither this machine, nor its network, nor a reserved range.
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublicIpv6(bytes) : isPublicIpv4(bytes);
    }

    /// Refused, after RFC 6890: `0/8`, shared `100.64/10`, `192.0.0/24`, benchmarking `198.18/15`, reserved `240/4`.
    private static boolean isPublicIpv4(byte[] bytes) {
        int first = Byte.toUnsignedInt(bytes[0]);
        int second = Byte.toUnsignedInt(bytes[1]);
        int third = Byte.toUnsignedInt(bytes[2]);
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0 && third == 0)
                && !(first == 198 && (second == 18 || second == 19));
    }

    /// Only global unicast `2000::/3`, without the tunnels that carry an IPv4 address: 6to4 and Teredo.
    private static boolean isPublicIpv6(byte[] bytes) {
        int first = Byte.toUnsignedInt(bytes[0]);
        int second = Byte.toUnsignedInt(bytes[1]);
        boolean sixToFour = first == 0x20 && second == 0x02;
        boolean teredo = first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return (first & 0xe0) == 0x20 && !sixToFour && !teredo;
    }
}
