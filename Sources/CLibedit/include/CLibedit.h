#ifndef CLIBEDIT_H
#define CLIBEDIT_H

/// libedit (https://www.thrysoee.dk/editline/) for Swift: its header, the variadic calls as plain functions, and
/// a signal handler that may run at any moment. This is the only place that sees histedit.h.

#include <signal.h>
#include <stdio.h>
#include <histedit.h>

/// Gives the prompt; the string stays valid until the next call.
typedef char *(*clibedit_prompt)(EditLine *);
/// A command bound to keys; returns one of the CC_ codes.
typedef unsigned char (*clibedit_command)(EditLine *, int);
/// Reads one character: 1 for a character, 0 at the end of the input, -1 to stop reading the line.
typedef int (*clibedit_reader)(EditLine *, wchar_t *);

/// EL_EDITOR: "emacs" or "vi".
int clibedit_set_editor(EditLine *editor, const char *name);
/// EL_PROMPT_ESC: text between two `marker` characters of the prompt takes no columns.
int clibedit_set_prompt(EditLine *editor, clibedit_prompt prompt, char marker);
/// EL_GETCFN.
int clibedit_set_reader(EditLine *editor, clibedit_reader reader);
/// EL_CLIENTDATA.
int clibedit_set_client_data(EditLine *editor, void *data);
/// EL_CLIENTDATA, or NULL.
void *clibedit_client_data(EditLine *editor);
/// EL_HIST with the narrow `history` function.
int clibedit_set_history(EditLine *editor, History *history);
/// EL_ADDFN.
int clibedit_add_command(EditLine *editor, const char *name, const char *help, clibedit_command command);
/// EL_BIND of a key sequence, written as in editrc(5), to a command's name.
int clibedit_bind(EditLine *editor, const char *keys, const char *command);
/// The same for the alternative key map, that of vi's command mode.
int clibedit_bind_alternative(EditLine *editor, const char *keys, const char *command);
/// EL_PREP_TERM: 1 takes the terminal for editing, 0 gives it back.
int clibedit_prepare_terminal(EditLine *editor, int on);
/// EL_SETTY: keys that send signals come as characters while a line is edited.
int clibedit_take_signal_keys(EditLine *editor);
/// EL_REFRESH: draws prompt and line anew from the cursor's row.
int clibedit_refresh(EditLine *editor);

/// Whether the keys are those of vi (EL_EDITOR).
int clibedit_is_vi(EditLine *editor);

/// A history of one entry (H_SETSIZE), or NULL.
History *clibedit_short_history(void);
/// H_ENTER.
int clibedit_history_enter(History *history, const char *line);

/// Columns in which libedit draws a printable character; -1 for others. wcwidth(3), which Swift does not see.
int clibedit_width(unsigned int scalar);
/// memmem(3), which Swift does not see.
const void *clibedit_find(const void *text, size_t text_size, const void *wanted, size_t wanted_size);
/// A pipe that never blocks and that programs started later do not inherit. pipe2(2).
int clibedit_pipe(int ends[2]);

/// Sets the descriptor that gets one byte, the signal's number, for each caught signal; -1 for none.
/// It must not block.
void clibedit_set_signal_descriptor(int descriptor);
/// Catches a signal and stores what was done with it before. A handler, not SIG_IGN, so that programs started
/// meanwhile get the default action.
int clibedit_catch_signal(int signal, struct sigaction *previous);
/// Gives a signal back its earlier treatment.
int clibedit_restore_signal(int signal, const struct sigaction *previous);
/// Whether a stored treatment is the default action.
int clibedit_is_default_action(const struct sigaction *action);

/// Remembers the modes of a terminal. They are put back by `clibedit_restore_terminal`, when the process calls exit(3),
/// and when it dies of a fault of its own (SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV).
void clibedit_keep_terminal(int descriptor);
/// Puts the remembered modes back where they differ and the terminal belongs to this process; safe in signal handlers.
void clibedit_restore_terminal(void);

#endif
