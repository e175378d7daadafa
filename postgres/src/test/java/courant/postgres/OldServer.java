package courant.postgres;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Speaks just enough of PostgreSQL's protocol to pass for an old version: it lets everybody in and answers every
/// query with its version.
final class OldServer implements AutoCloseable {
    private final ServerSocket socket;
    private final String version;

    OldServer(String version) throws IOException {
        this.version = version;
        this.socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Thread.startVirtualThread(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        try (Socket client = socket.accept();
                DataInputStream in = new DataInputStream(client.getInputStream());
                DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
            in.skipNBytes(in.readInt() - Integer.BYTES);
            send(out, 'R', number(0));
            for (String status : List.of(
                    "server_version " + version,
                    "client_encoding UTF8",
                    "standard_conforming_strings on",
                    "integer_datetimes on",
                    "DateStyle ISO",
                    "TimeZone UTC")) {
                send(out, 'S', text(status.replace(' ', '\0')));
            }
            ready(out);
            while (true) {
                int kind = in.readByte();
                in.skipNBytes(in.readInt() - Integer.BYTES);
                answer(out, (char) kind);
            }
        } catch (IOException clientLeft) {
            // The test is over.
        }
    }

    private void answer(DataOutputStream out, char kind) throws IOException {
        switch (kind) {
            case 'P' -> send(out, '1');
            case 'B' -> send(out, '2');
            case 'D' -> send(out, 'T', new byte[] {0, 2}, column("major", 23), column("version", 25));
            case 'E' -> {
                String major = version.substring(0, version.indexOf('.'));
                send(out, 'D', new byte[] {0, 2}, value(major), value(version));
                send(out, 'C', text("SELECT 1"));
            }
            case 'Q' -> {
                send(out, 'C', text("SET"));
                ready(out);
            }
            case 'S' -> ready(out);
            default -> {
                // Nothing to say.
            }
        }
    }

    private static void ready(DataOutputStream out) throws IOException {
        send(out, 'Z', new byte[] {'I'});
        out.flush();
    }

    private static byte[] column(String name, int type) throws IOException {
        return joined(text(name), number(0), new byte[2], number(type), new byte[] {-1, -1}, number(-1), new byte[2]);
    }

    private static byte[] value(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return joined(number(bytes.length), bytes);
    }

    private static byte[] text(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(int number) {
        return new byte[] {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    private static void send(DataOutputStream out, char kind, byte[]... parts) throws IOException {
        byte[] body = joined(parts);
        out.writeByte(kind);
        out.writeInt(body.length + Integer.BYTES);
        out.write(body);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
