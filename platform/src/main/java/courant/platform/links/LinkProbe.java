package courant.platform.links;

import courant.platform.links.LinkState.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks one address: by HEAD, then by GET where HEAD is not answered; follows a few redirects, each looked at first.
///
/// An editor writes these addresses and a server outside may redirect anywhere, so neither may make us ask a machine of
/// our own network: the name of each hop is resolved and refused when any of its addresses is not a public one. The
/// runtime keeps a resolved name for some seconds, so that the connection goes to the addresses that were looked at;
/// no proxy is used, which would resolve the name itself.
final class LinkProbe {
    private static final int MOST_HOPS = 5;
    private static final Set<Integer> FOR_GOOD = Set.of(301, 308);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> GUARDED = Set.of(401, 403, 406, 418, 429, 451);
    private static final Set<Integer> USUAL_PORTS = Set.of(-1, 80, 443);

    private final LinkSettings settings;
    private final String agent;
    private final HttpClient client;

    /// @param agent how we present ourselves, with where to reach us
    LinkProbe(LinkSettings settings, String agent) {
        this.settings = settings;
        this.agent = agent;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    /// @param status HTTP status, null when there was no answer
    /// @param movedTo where it has moved for good, empty when it has not
    record Answer(Outcome outcome, @Nullable Integer status, String movedTo) {}

    /// @throws InterruptedException when the application stops
    Answer ask(String address) throws InterruptedException {
        try {
            return follow(URI.create(address));
        } catch (IllegalArgumentException malformed) {
            return new Answer(Outcome.BROKEN, null, "");
        } catch (IOException noAnswer) {
            return new Answer(Outcome.UNREACHABLE, null, "");
        }
    }

    private Answer follow(URI first) throws IOException, InterruptedException {
        URI at = first;
        boolean forGood = true;
        String movedTo = "";
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            if (!isAllowed(at)) {
                return new Answer(Outcome.REFUSED, null, "");
            }
            HttpResponse<InputStream> answer = answer(at);
            int status = answer.statusCode();
            Optional<String> next = answer.headers().firstValue("Location");
            if (!REDIRECTS.contains(status) || next.isEmpty()) {
                return new Answer(outcome(status, movedTo), status, status < 300 ? movedTo : "");
            }
            at = at.resolve(next.get());
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
    private HttpResponse<InputStream> answer(URI at) throws IOException, InterruptedException {
        HttpResponse<InputStream> head = send(at, "HEAD");
        return head.statusCode() < 400 ? head : send(at, "GET");
    }

    private HttpResponse<InputStream> send(URI at, String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at)
                .timeout(settings.timeout())
                .header("User-Agent", agent)
                .header("Accept", "text/html,*/*;q=0.8")
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        // The page itself is not read, however long it is.
        answer.body().close();
        return answer;
    }

    private boolean isAllowed(URI at) throws UnknownHostException {
        String scheme = String.valueOf(at.getScheme());
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
        for (InetAddress address : InetAddress.getAllByName(host)) {
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
