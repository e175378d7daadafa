/// The command line: reads what a person asks, calls the rooms below, and answers in sentences or in one JSON object.
///
/// `Courant.run` is the whole story; a command is a `Task` that gives an `Answer`; `Failures` is the one place that
/// turns an exception into an answer.
@NullMarked
package courant.cli;

import org.jspecify.annotations.NullMarked;
