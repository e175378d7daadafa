package courant.platform.planning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The queue of plans, with plans that wait until the test lets them go.
@Timeout(20)
class PlanQueueTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final PlanOutcome OUTCOME = new PlanOutcome.Undecided();

    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch started = new CountDownLatch(1);
    private final PlanQueue queue = new PlanQueue(1, 50, System::nanoTime, fault -> {
        faults.add(fault);
        return "261125-abcdef";
    });

    @AfterEach
    void close() {
        gate.countDown();
        queue.close();
    }

    private PlanWork waiting(String name) {
        return progress -> {
            order.add(name);
            started.countDown();
            await(gate);
            return OUTCOME;
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void occupyTheWorker() {
        queue.submit("first", 10, waiting("first"));
        await(started);
    }

    @Test
    void firstComeFirstServed() {
        occupyTheWorker();
        List<PlanJob> jobs = List.of("a", "b", "c").stream()
                .map(name -> queue.submit(name, 10, waiting(name)))
                .toList();
        gate.countDown();
        jobs.forEach(job -> assertTrue(job.await(LONG)));
        assertEquals(List.of("first", "a", "b", "c"), order);
    }

    @Test
    void aWaitingPlanKnowsItsPlaceAndATimeThatGrowsWithIt() {
        occupyTheWorker();
        PlanJob next = queue.submit("a", 300, waiting("a"));
        PlanJob later = queue.submit("b", 300, waiting("b"));
        JobState.Waiting first = assertInstanceOf(JobState.Waiting.class, next.state());
        JobState.Waiting second = assertInstanceOf(JobState.Waiting.class, later.state());
        assertEquals(1, first.place());
        assertEquals(2, second.place());
        assertTrue(second.left().compareTo(first.left()) > 0);
    }

    @Test
    void aCancelledPlanLeavesTheQueueAndTheOthersMoveUp() {
        occupyTheWorker();
        PlanJob next = queue.submit("a", 10, waiting("a"));
        PlanJob later = queue.submit("b", 10, waiting("b"));
        next.cancel();
        assertEquals(new JobState.Cancelled(false), next.state());
        assertEquals(1, assertInstanceOf(JobState.Waiting.class, later.state()).place());
        gate.countDown();
        assertTrue(later.await(LONG));
        assertEquals(List.of("first", "b"), order);
    }

    @Test
    void aRunningPlanHearsThatItIsCancelledAndFreesItsWorker() {
        PlanJob running = queue.submit("a", 10, progress -> {
            started.countDown();
            while (!progress.isStopped()) {
                Thread.onSpinWait();
            }
            return OUTCOME;
        });
        await(started);
        assertInstanceOf(JobState.Running.class, running.state());
        running.cancel();
        PlanJob next = queue.submit("b", 10, progress -> OUTCOME);
        assertTrue(next.await(LONG));
        assertEquals(new JobState.Cancelled(false), running.state());
        assertTrue(running.outcome().isEmpty());
    }

    @Test
    void aNewerQuestionOfTheSamePersonTakesThePlaceOfTheOlder() {
        occupyTheWorker();
        PlanJob older = queue.submit("a", 10, waiting("older"));
        PlanJob other = queue.submit("b", 10, waiting("other"));
        PlanJob newer = queue.submit("a", 10, waiting("newer"));
        assertEquals(new JobState.Cancelled(true), older.state());
        assertEquals(1, assertInstanceOf(JobState.Waiting.class, newer.state()).place());
        assertEquals(2, assertInstanceOf(JobState.Waiting.class, other.state()).place());
    }

    @Test
    void fiftyWaitAndTheNextIsAskedToComeBack() {
        occupyTheWorker();
        List<PlanJob> jobs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            jobs.add(queue.submit("person-" + i, 300, progress -> OUTCOME));
        }
        CrowdedException crowded =
                assertThrows(CrowdedException.class, () -> queue.submit("one more", 300, waiting("one more")));
        assertTrue(crowded.comeBackAfter().toSeconds() >= 10, "50 plans of 300 units take a while");
        gate.countDown();
        jobs.forEach(job -> assertTrue(job.await(LONG)));
        assertTrue(jobs.stream().allMatch(job -> job.state().equals(new JobState.Done())));
    }

    @Test
    void aPlanThatFailsHasANumberAndTheWorkerGoesOn() {
        PlanJob broken = queue.submit("a", 10, progress -> {
            throw new IllegalStateException("broken");
        });
        assertTrue(broken.await(LONG));
        assertEquals(new JobState.Failed("261125-abcdef"), broken.state());
        assertEquals("broken", faults.getFirst().getMessage());
        assertTrue(queue.submit("b", 10, progress -> OUTCOME).await(LONG));
    }
}
