package courant.platform.planning.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// The plans that wait for a processor, first come, first served; each person has one place.
///
/// A newer question takes the place of the older one that the same person has waiting, and stops the one being
/// reckoned: who moves a slider does not stand in the queue ten times. The queue is bounded; beyond, a person is asked
/// to come back.
final class PlanQueue implements AutoCloseable {
    private static final double FIRST_SECONDS = 0.5;
    private static final double FIRST_SECONDS_PER_UNIT = 0.004;
    private static final double WEIGHT_OF_LATEST = 0.3;

    private final int mostWaiting;
    private final LongSupplier nanoTime;
    private final Function<Throwable, String> faults;
    private final List<PlanJob> waiting = new ArrayList<>();
    private final Set<PlanJob> running = new HashSet<>();
    private final List<Thread> workers = new ArrayList<>();
    private double secondsPerUnit = FIRST_SECONDS_PER_UNIT;
    private boolean isClosed;

    /// @param workers most plans made at once
    /// @param mostWaiting most plans that wait
    /// @param nanoTime clock of the durations
    /// @param faults records an unforeseen failure and gives it a number
    PlanQueue(int workers, int mostWaiting, LongSupplier nanoTime, Function<Throwable, String> faults) {
        this.mostWaiting = mostWaiting;
        this.nanoTime = nanoTime;
        this.faults = faults;
        for (int i = 1; i <= workers; i++) {
            this.workers.add(Thread.ofPlatform().daemon().name("plan-" + i).start(this::work));
        }
    }

    /// @param owner who asks; the same person is the same object
    /// @param units size of the fleet, from which its time is estimated
    /// @throws CrowdedException when the queue is full
    synchronized PlanJob submit(Object owner, int units, PlanWork work) {
        PlanJob job = new PlanJob(this, owner, units, work);
        running.stream().filter(r -> r.owner().equals(owner)).forEach(PlanJob::endReplaced);
        for (int i = 0; i < waiting.size(); i++) {
            PlanJob older = waiting.get(i);
            if (older.owner().equals(owner)) {
                waiting.set(i, job);
                older.endReplaced();
                return job;
            }
        }
        if (waiting.size() >= mostWaiting) {
            throw new CrowdedException(seconds(secondsBefore(waiting.size())));
        }
        waiting.add(job);
        notifyAll();
        return job;
    }

    synchronized void cancel(PlanJob job) {
        if (waiting.remove(job) || running.contains(job)) {
            job.endCancelled();
        }
    }

    private synchronized boolean isSomeoneWaiting() {
        return isClosed || !waiting.isEmpty();
    }

    /// The place of a waiting job and the time it is estimated to need until its end.
    synchronized JobState waiting(PlanJob job) {
        int index = waiting.indexOf(job);
        return index < 0
                ? running(job)
                : new JobState.Waiting(index + 1, seconds(secondsBefore(index) + estimate(job)));
    }

    synchronized JobState running(PlanJob job) {
        double elapsed = (nanoTime.getAsLong() - job.startedNanos()) / 1e9;
        double estimate = estimate(job);
        double fraction = Math.clamp(elapsed / estimate, job.step().begins(), 0.97);
        return new JobState.Running(job.step(), fraction, seconds(Math.max(1, estimate - elapsed)));
    }

    private double secondsBefore(int index) {
        double work = running.stream().mapToDouble(this::remaining).sum();
        for (int i = 0; i < index; i++) {
            work += estimate(waiting.get(i));
        }
        return work / workers.size();
    }

    private double remaining(PlanJob job) {
        return Math.max(0.1, estimate(job) - (nanoTime.getAsLong() - job.startedNanos()) / 1e9);
    }

    private double estimate(PlanJob job) {
        return FIRST_SECONDS + secondsPerUnit * job.units();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofSeconds(Math.max(1, (long) Math.ceil(seconds)));
    }

    private void work() {
        try {
            while (true) {
                perform(take());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized PlanJob take() throws InterruptedException {
        while (waiting.isEmpty()) {
            if (isClosed) {
                throw new InterruptedException();
            }
            wait();
        }
        PlanJob job = waiting.removeFirst();
        job.start(nanoTime.getAsLong());
        running.add(job);
        return job;
    }

    private void perform(PlanJob job) {
        try {
            PlanOutcome outcome = job.work().perform(job);
            end(job, () -> job.succeed(outcome));
            if (!isSomeoneWaiting()) {
                job.work().explore(this::isSomeoneWaiting);
            }
        } catch (RuntimeException | Error fault) {
            String number = faults.apply(fault);
            end(job, () -> job.fail(number));
        }
    }

    private synchronized void end(PlanJob job, Runnable end) {
        running.remove(job);
        if (job.isRunning()) {
            double took = (nanoTime.getAsLong() - job.startedNanos()) / 1e9;
            double perUnit = Math.max(0, took - FIRST_SECONDS) / Math.max(1, job.units());
            secondsPerUnit += WEIGHT_OF_LATEST * (perUnit - secondsPerUnit);
            end.run();
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        List.copyOf(waiting).forEach(this::cancel);
        List.copyOf(running).forEach(this::cancel);
        workers.forEach(Thread::interrupt);
    }
}
