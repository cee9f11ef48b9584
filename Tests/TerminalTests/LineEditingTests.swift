import Testing

/// The keys of the prompt on a real terminal.
@Suite(.timeLimit(.minutes(2)), .serialized) struct `Editing a line on a terminal` {
}
