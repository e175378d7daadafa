package courant.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UploadRoomTest {
    private static final int MEGABYTE = 1 << 20;

    /// Room for 100 MB of uploads, and little patience.
    private final UploadRoom room = new UploadRoom(800, Duration.ofMillis(50));

    private static MockHttpServletRequest upload(int bytes) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/analyser") {
            @Override
            public long getContentLengthLong() {
                return bytes;
            }
        };
        if (bytes < 0) {
            request.addHeader("Transfer-Encoding", "chunked");
        }
        return request;
    }

    private MockHttpServletResponse send(int bytes, FilterChain then) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        room.doFilter(upload(bytes), response, then);
        return response;
    }

    /// What another upload is told while one of so many bytes is being read.
    private MockHttpServletResponse beside(int held, int bytes) throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread first = Thread.ofPlatform().start(() -> {
            try {
                send(held, (request, response) -> {
                    inside.countDown();
                    await(leave);
                });
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        inside.await();
        try {
            return send(bytes, new MockFilterChain());
        } finally {
            leave.countDown();
            first.join();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void twoThatFitTogetherAreBothRead() throws Exception {
        assertNull(beside(60 * MEGABYTE, 40 * MEGABYTE).getForwardedUrl());
    }

    @Test
    void oneThatDoesNotFitBesideIsSentAwayWithATimeToComeBack() throws Exception {
        MockHttpServletResponse answer = beside(60 * MEGABYTE, 41 * MEGABYTE);
        assertEquals("/error", answer.getForwardedUrl());
        assertEquals("30", answer.getHeader("Retry-After"));
        assertNull(send(60 * MEGABYTE, new MockFilterChain()).getForwardedUrl(), "once the first has left");
    }

    @Test
    void aSmallOneNeverWaits() throws Exception {
        MockHttpServletResponse answer = beside(60 * MEGABYTE, MEGABYTE - 1);
        assertNull(answer.getForwardedUrl());
        assertNull(answer.getHeader("Retry-After"));
    }

    @Test
    void oneThatDoesNotSayItsSizeCountsAsTheLargest() throws Exception {
        assertEquals("/error", beside(60 * MEGABYTE, -1).getForwardedUrl());
    }

    @Test
    void theLargestFitsIntoTheSmallestMachine() throws Exception {
        UploadRoom small = new UploadRoom(64, Duration.ofMillis(50));
        MockHttpServletResponse response = new MockHttpServletResponse();
        small.doFilter(upload(62 * MEGABYTE), response, new MockFilterChain());
        assertNull(response.getForwardedUrl());
    }
}
