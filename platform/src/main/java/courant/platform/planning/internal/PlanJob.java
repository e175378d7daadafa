package courant.platform.planning.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One plan on its way through the queue.
final class PlanJob implements PlanWork.Progress {
    private enum Phase {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED,
        REPLACED
    }

    private final PlanQueue queue;
    private final Object owner;
    private final int units;
    private final PlanWork work;
    private final CountDownLatch over = new CountDownLatch(1);

    private volatile Phase phase = Phase.WAITING;
    private volatile PlanStep step = PlanStep.ASSESSING;
    private volatile long startedNanos;
    private volatile @Nullable PlanOutcome outcome;
    private volatile String faultNumber = "";

    PlanJob(PlanQueue queue, Object owner, int units, PlanWork work) {
        this.queue = queue;
        this.owner = owner;
        this.units = units;
        this.work = work;
    }

    Object owner() {
        return owner;
    }

    int units() {
        return units;
    }

    PlanWork work() {
        return work;
    }

    @Override
    public void at(PlanStep reached) {
        step = reached;
    }

    @Override
    public boolean isStopped() {
        return isCancelled();
    }

    boolean isWaiting() {
        return phase == Phase.WAITING;
    }

    boolean isRunning() {
        return phase == Phase.RUNNING;
    }

    boolean isCancelled() {
        return phase == Phase.CANCELLED || phase == Phase.REPLACED;
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    PlanStep step() {
        return step;
    }

    long startedNanos() {
        return startedNanos;
    }

    JobState state() {
        return switch (phase) {
            case WAITING -> queue.waiting(this);
            case RUNNING -> queue.running(this);
            case DONE -> new JobState.Done();
            case FAILED -> new JobState.Failed(faultNumber);
            case CANCELLED -> new JobState.Cancelled(false);
            case REPLACED -> new JobState.Cancelled(true);
        };
    }

    Optional<PlanOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /// Waits at most so long for the end.
    ///
    /// @return whether it is over
    boolean await(Duration atMost) {
        try {
            return over.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Gives it up: it leaves the queue, or its search ends at the next look at the deadline.
    void cancel() {
        queue.cancel(this);
    }

    void start(long nanos) {
        startedNanos = nanos;
        phase = Phase.RUNNING;
    }

    void succeed(PlanOutcome found) {
        outcome = found;
        end(Phase.DONE);
    }

    void fail(String number) {
        faultNumber = number;
        end(Phase.FAILED);
    }

    void endCancelled() {
        end(Phase.CANCELLED);
    }

    void endReplaced() {
        end(Phase.REPLACED);
    }

    private void end(Phase last) {
        phase = last;
        over.countDown();
    }
}
